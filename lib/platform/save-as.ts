/** Hands `content` to the rep as a dated JSON file. */
export function saveAs(name: string, content: unknown): void {
  const day = new Date().toISOString().slice(0, 10)
  saveFile({
    name: `${name}-${day}.json`,
    type: 'application/json',
    pieces: [JSON.stringify(content, null, 2)],
  })
}

/** Hands a file to the rep's downloads. */
export function saveFile({
  name,
  type,
  pieces,
}: {
  name: string
  type: string
  pieces: readonly string[]
}): void {
  const url = URL.createObjectURL(new Blob([...pieces], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The download has its own hold of the data once it has begun.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
