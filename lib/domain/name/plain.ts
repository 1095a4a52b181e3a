/** Displayed text brought to plain letters: what was dressed up with other alphabets, marks and pictures. */

/** Stands where a picture stood: it may end a name, or only adorn it. */
export const PICTURE = '\u0001'

/** Longest text looked at; nobody's name is longer. */
const MAX_LENGTH = 600

/** One line of plain letters, NFC; pictures become `PICTURE`. Idempotent. Linear in the length of the text. */
export function plainText(text: string): string {
  return text
    .slice(0, MAX_LENGTH)
    .toWellFormed()
    .replace(INVISIBLE, '')
    .replace(PICTURES, ` ${PICTURE} `)
    .replace(FANCY, (char) => char.normalize('NFKC'))
    .replace(NEGATIVE, negativeLetter)
    .replace(SMALL_CAPS_WORD, smallCaps)
    .replace(DRESS, '')
    .normalize('NFC')
    .replace(/\p{M}{5,}/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Zero-width and direction marks; the two joiners stay between letters, where Persian and Indian scripts need them. */
const INVISIBLE =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]|(?<!\p{L}\p{M}{0,3})[\u200c\u200d]|[\u200c\u200d](?!\p{L})/gu

const PICTURES =
  /(?:[0-9#*]\ufe0f?\u20e3|(?<!\S)[\u{1f170}-\u{1f189}]\ufe0f?(?!\S)|(?![\p{N}#*\u{1f110}-\u{1f189}\u2100-\u214f\u249c-\u24e9])(?:\p{Extended_Pictographic}|\p{Emoji_Presentation}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\ufe0e|\ufe0f|\u200d|\u20e3|(?!\p{Sc}|[|~<>=+^`´¨¯¸])[\p{So}\p{Sm}])|[®™©℠])+/gu

/** Mathematical letters, letter-like signs, letters in circles and squares, full and half width, raised and lowered letters. */
const FANCY =
  /[\u{1d400}-\u{1d7ff}\u2102-\u2139\u24b6-\u24e9\u249c-\u24b5\u{1f110}-\u{1f169}\uff01-\uff5e\uff61-\uff9f\u1d2c-\u1d6a\u02b0-\u02b8\u2071\u207f\u2090-\u209c\ufb00-\ufb06\u3000]/gu

/** White letters on black circles and squares have no plain counterpart in Unicode's tables. */
const NEGATIVE = /[\u{1f150}-\u{1f169}\u{1f170}-\u{1f189}]/gu

function negativeLetter(char: string): string {
  const code = char.codePointAt(0) ?? 0
  return String.fromCharCode(65 + code - (code >= 0x1f170 ? 0x1f170 : 0x1f150))
}

const SMALL = 'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡxʏᴢ'
const SMALL_CAPS_WORD = /[\p{L}\u0250-\u02af\u1d00-\u1d2b\ua730-\ua7af]*[ᴀʙᴄᴅᴇꜰɢʜᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ][\p{L}]*/gu

function smallCaps(word: string): string {
  const plain = Array.from(word, (char) => {
    const at = SMALL.indexOf(char)
    return at < 0 ? char : String.fromCharCode(97 + at)
  })
  return plain.join('').replace(/^./u, (char) => char.toUpperCase())
}

/** Strokes and lines drawn through and around letters. */
const DRESS =
  /\u0305|[\u0332\u0333]|[\u0335-\u0338]|\u033f|\u0489|(?=\p{M})[\u{20d0}-\u{20ff}]|[\ufe20-\ufe2f]/gu
