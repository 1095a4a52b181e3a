/** A company's name without legal form, case, accents and punctuation; null when nothing is left to compare. */
export function companyKey(name: string): string | null {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[.'’`]/g, '')
    .replace(/&|\+/g, ' and ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  const bare = [...words]
  // «GmbH & Co. KG» is peeled from the end, its «and» with it.
  while (bare.length > 1 && (LEGAL_FORMS.has(bare.at(-1) ?? '') || bare.at(-1) === 'and')) bare.pop()
  if (bare.length > 1 && bare[0] === 'the') bare.shift()
  return bare.length === 0 ? null : bare.join(' ')
}

const LEGAL_FORMS = new Set(
  `ab ag aps as asa bv bvba co company corp corporation cokg eeig eg ehf ek eood eu ev gbr gie gmbh gmbhco hf inc
  incorporated kft kg kgaa kk lc limited llc llp lp ltd ltda mbh nv ohg oo oy oyj oü pbc plc pllc pte pty pvt private
  sa sab sapi sarl sas sasu sca scs se sia sl slu snc sp spa spj spk spol spzoo srl srls sro srlcr uab ug ulc vof zoo zrt
  株式会社 有限会社 合同会社 有限公司 公司 ооо оао зао ао`.split(/\s+/),
)
