import { wordSet } from './word-set.ts'

/** Words in front of a name and behind it that are no part of it: forms of address, ranks, degrees, memberships. */

/** Nobody's name, with a dot or without. As `folded` gives them. */
const TITLES = wordSet(`
  dr dra drs prof profa profs professor professora professorin doctor doutor doutora docteur dottore dottoressa dott
  dottssa mr mrs ms mx miss mister madam mme mlle herr frau fru sir dame dipl dipling diplkfm diplkffr diplbw
  diplinf diplpsych diplphys diplchem diplvw diplwirtsching engr mudr judr rndr phdr mvdr paeddr thdr arquitecto
  arquitecta ingeniero ingeniera licenciado licenciada lcdo lcda licda sra srta srita dna senor senora senhor senhora
  signor signora sigra avv ustad ustadz ustaz shri shree maitre pharmdr smt kumari datuk datin revd reverend rabbi capt captain cmdr
  ltcol sgt brig barr barrister adv atty uzm opdr docent yrd civing
  др проф профессор доктор гн гжа кн ктн дтн кмн дмн кэн дэн δρ
  דר פרופ פרופסור עוד רוח מר גב אינג הרב الدكتور الدكتورة دكتور دكتورة المهندس المهندسة مهندس مهندسة الأستاذ الأستاذة
  أد डॉ डॉक्टर श्री श्रीमती सुश्री ডা ডঃ ดร
`)

/** A title with a dot or a stroke behind it, perhaps a name without: «Mag. Anna Huber», but «Hon Wai Lam». */
const DOTTED_TITLES = wordSet(`
  mag doc ir sr ing ar er pr sri arch eng engg lic bc mgr col com insp arq abg av dt ecz op lek inz cr cpn psic td kpt
  pst ca cs ev fr rev sen gen gov amb maj lt adm hon sig geom rag dato sn ts ths gs pgs pgsts gsts bs univ cand hj
  hr assoc asst ogr lek inż д г к κ κα د م أ ا ผศ รศ ศ นพ พญ आ
`)

/** Belongs to the title in front of it: «Dr. med. dent.», «Prof. h. c.», «Mag. (FH)», «Dr. rer. nat. habil.». */
const AFTER_TITLE = wordSet(
  'med rer nat phil habil h c hc jur iur oec pol math theol vet dent agr forest ing techn tech univ e eh mult in sc n hab psych soc seri uyesi gor',
)

/** Titles without a dot only in front of two words more: «CA Rahul Sharma», «Ing Petr Novák». */
const SHOUTED_TITLES = wordSet('CA CS CMA CFP')
const CASED_TITLES = wordSet('Me Pr Doña Dona Ing Lic Arq Mag Eng Abg Mgr mgr inż Rev Pastor Sheikh Ir')

/** Always a suffix. */
const SUFFIXES = wordSet(`
  phd dphil mba emba msc bsc mphil mres meng beng llb llm bcom mcom bba mca bca btech mtech mph mpa mpp mfa bfa dba
  edd psyd pharmd dnp dpt dvm dds dmd mbbs frcs mrcp frcp mrcs esq esquire jr jnr snr cpa cfa pmp pmi pmiacp csm cspo
  psm psm1 pspo cissp cisa cism crisc ccna ccnp ccie cpcu cma cfe frm caia cipd acca fcca cima acma cgma fcma fca aca
  sphr phr shrm shrmcp shrmscp gphr cpim cscp cips mcips fcips mcipd fcipd rcdd itil togaf leedap ceng mieee miet
  frsa frics mrics riba aia lcsw lmft lmhc lcpc msw bsw bsn msn aprn fnpbc cnm crna rdn cscs mcc csp dtm ncc obe mbe
  cbe kbe retd cfre cae cmp cpp cpsm csep cgeit crma ctp cbap capm pgmp pgdm pgdip pgce dsc dlitt lld chfc clu ricp
  aams csslp oscp ceh mcse lssbb cssbb ssbb lssgb iii 2nd 3rd 4th кэн ктн дтн кмн дмн mbda dess lcs peng pgeo
`)

/** A suffix only in capitals among words that are not shouted, with dots, or behind a comma. */
const SHOUTED_SUFFIXES = wordSet(`
  ma ba bs ms be bt me pt ot pa np aa ca cs do md jd ra sc am ao kc qc pe rd mp mla ctc cia acc pcc med bed safe asa
  mice ice mls mlis msm mha rph sm ii iv vi csw cna gri abr crs hnd sig spc rte lic ing dipl rn cpt cpc lpc icf sa cp
`)

/** The form in which the tables are looked up: small letters, no accents, no dots. */
export const folded = (word: string): string =>
  word
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[.'’‘`´"“”״׳,;:()[\]*/-]/g, '')
    .toLowerCase()
    .normalize('NFC')

export const isUpper = (word: string): boolean => word === word.toUpperCase() && word !== word.toLowerCase()

/** «J.», «J.R.», «J.-P.» */
const INITIALS = /^(?:\p{Lu}\p{M}*\.-?)+$/u

/** How many words in front are titles. */
export function titlesIn(words: readonly string[]): number {
  let n = 0
  while (n < words.length && isTitle(words, n)) n += 1
  return n
}

function isTitle(words: readonly string[], at: number): boolean {
  const word = words[at] ?? ''
  const bare = folded(word)
  if (at > 0 && AFTER_TITLE.has(bare)) return /[.]$/.test(word) || bare.length > 3
  if (TITLES.has(bare)) return true
  const isEnded = /[./׳״]$/.test(word)
  if (DOTTED_TITLES.has(bare) && isEnded) return !/^(?:\p{Lu}\.){2}/u.test(word)
  // «Dr.-Ing.», «Prof.Dr.», «mgr.inż.»
  const parts = word.split(/[.-]+/).filter(Boolean)
  if (parts.length > 1 && /\.[-\p{L}]|-\p{L}+\.$/u.test(word) && !INITIALS.test(word))
    return parts.every(
      (part) => TITLES.has(folded(part)) || DOTTED_TITLES.has(folded(part)) || AFTER_TITLE.has(folded(part)),
    )
  if (words.length - at - 1 < 2) return false
  return CASED_TITLES.has(word) || (SHOUTED_TITLES.has(word) && !words.every(isUpper))
}

/** How many words at the end are suffixes. `behind` a comma all may be; elsewhere one word is left. */
export function suffixesIn(words: readonly string[], behind = false): number {
  const shouted = words.every((word) => isUpper(word) || !/\p{L}/u.test(word))
  const keep = behind ? 0 : 1
  let n = 0
  while (words.length - n > keep) {
    const at = words.length - n - 1
    // «MD MPH FACP»: an unknown one behind a known one is one, too
    const isTail =
      !shouted && at > 2 && /^[A-Z]{3,7}$/.test(words[at] ?? '') && isSuffix(words, at - 1, shouted, behind)
    if (!isTail && !isSuffix(words, at, shouted, behind)) break
    n += 1
  }
  return n
}

function isSuffix(words: readonly string[], at: number, shouted: boolean, behind: boolean): boolean {
  const word = words[at] ?? ''
  const bare = folded(word)
  const isDotted = /\p{L}\.\p{L}/u.test(word)
  if (behind) return SUFFIXES.has(bare) || SHOUTED_SUFFIXES.has(bare) || TITLES.has(bare) || isAcronym(word)
  if (/^[js]r\.?$/i.test(word) || /^(?:jnr|snr|esq|phd|mba|iii)$/.test(bare)) return true
  // «Carlos Junior» has no other family name
  if (bare === 'junior' && !/ú/i.test(word)) return at > 1
  if (at < 2 && !isDotted)
    return at === 1 && SUFFIXES.has(bare) && isUpper(word) && !shouted && word.length > 2
  if (SUFFIXES.has(bare)) return true
  if (SHOUTED_SUFFIXES.has(bare)) return isDotted ? bare.length > 2 || at > 1 : isUpper(word) && !shouted
  const parts = word.split(/[-/&+]/).filter(Boolean)
  if (
    parts.length > 1 &&
    parts.every((part) => SUFFIXES.has(folded(part)) || SHOUTED_SUFFIXES.has(folded(part)))
  )
    return true
  // capitals nobody can speak: a membership this table does not know
  return !shouted && /^[B-DF-HJ-NP-TV-XZ]{3,7}$/.test(word)
}

/** Capitals alone, perhaps with digits, dots and hyphens: behind a comma a degree or a membership. */
const isAcronym = (word: string): boolean =>
  /^[\p{Lu}\p{N}.&/-]{2,12}$/u.test(word) && !INITIALS.test(word) && /\p{Lu}/u.test(word)
