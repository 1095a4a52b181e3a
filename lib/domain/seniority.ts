import type { Icp } from './settings.ts'

export type Seniority = Icp['seniorities'][number]

/**
 * The rank a job title names, by words of a dozen languages; the highest where several stand. Null when no word is
 * known: that is unknown, not «other». `other` needs a word of its own (engineer, specialist, intern …).
 */
export function seniorityOf(title: string): Seniority | null {
  const text = fold(title)
  for (const [rank, words] of RANKS) if (words.test(text)) return rank
  return null
}

/** Lower case, no accents, everything but letters and numbers as single spaces; padded, so that ` word ` finds words. */
export function fold(text: string): string {
  const bare = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
  return ` ${bare
    .replaceAll('æ', 'ae')
    .replaceAll('ł', 'l')
    .replace(/[^\p{L}\p{N}&]+/gu, ' ')
    .trim()} `
}

/** Words of one rank: `*` at the end takes every ending, `*` in front every beginning; East Asian ones stand anywhere. */
function rank(words: string): RegExp {
  const forms = words
    .trim()
    .split(/\s*,\s*/)
    .map((word) => fold(word.replaceAll('*', '')).trim())
  const patterns = words
    .trim()
    .split(/\s*,\s*/)
    .map((word, index) => {
      const form = (forms[index] ?? '').replaceAll(' ', '\\s')
      if (/[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}]/u.test(form)) return form
      return `${word.startsWith('*') ? '' : '\\s'}${form}${word.endsWith('*') ? '' : '\\s'}`
    })
  return new RegExp(patterns.join('|'), 'u')
}

/** Highest first. «Vice president» and «assistant to» must be looked at before the words inside them. */
const RANKS: readonly (readonly [Seniority, RegExp])[] = [
  [
    'other',
    rank(
      'product owner, process owner, service owner, owner s representative, assistant to, assistant of the, assistentin der, assistent der, assistent des, assistante de, asistente de, chief of staff to, office of the',
    ),
  ],
  [
    'vp',
    rank(
      'vice president*, vice presid*, vicepresid*, vice-presid*, vp, svp, evp, avp, vizeprasident*, wiceprezes*, vice directeur general, 副社長, 副总裁, 副總裁, 부사장',
    ),
  ],
  [
    'owner',
    rank(
      'owner*, co owner, founder*, co founder*, cofounder*, inhaber*, grunder*, mitgrunder*, proprietor, eigenaar, mede eigenaar, oprichter, fondateur, fondatrice, cofondateur, cofondatrice, proprietaire, gerant, gerante, fundador*, cofundador*, propietari*, proprietari*, socio fundador, titolare, fondatore, fondatrice, cofondatore, grundare, grunnlegger*, grundlaegger*, ejer, eier, agare, omistaja, perustaja, wlasciciel*, zalozyciel*, majitel*, zakladatel*, kurucu*, основатель, сооснователь, владелец, 創業者, 创始人, 創始人, 창업자, managing partner, founding partner, equity partner, senior partner',
    ),
  ],
  [
    'c_level',
    rank(
      'ceo, cto, cfo, coo, cmo, cio, ciso, cpo, cro, cso, chro, cdo, cco, chief, president, prasident*, presidente, presidenta, managing director, executive director, geschaftsfuhrer*, geschaftsleiter*, geschaftsleitung, geschaftsfuhrung, vorstand*, pdg, directeur general, directrice generale, president directeur general, dg, director general, directora general, director ejecutivo, consejero delegado, amministratore delegato, direttore generale, administrador delegado, algemeen directeur, bestuurder, administrerende direktor, daglig leder, adm dir, verkstallande direktor, vd, toimitusjohtaja, prezes*, czlonek zarzadu, generalni reditel*, jednatel*, genel mudur, генеральный директор, 代表取締役*, 社長, 取締役, 总经理, 總經理, 首席*, 대표이사, 대표, c level, cxo, general manager',
    ),
  ],
  [
    'head',
    rank(
      'head, global head, leiter*, *leiter, *leiterin, leitung, leder for, leder, hoofd, responsable, resp, responsabile, jefe de, jefa de, jefe, jefa, encargado, chef de service, chef de departement, chef for, avdelningschef, avdelingsleder, afdelingsleder, afdelingschef, *chef, *paallikko, kierownik*, szef*, vedouci, руководитель, начальник, 部長, 本部長, 部长, 主管, 부장, 본부장, 팀장',
    ),
  ],
  [
    'director',
    rank(
      '*director, *director of, director*, directeur*, directrice, *direktor*, dyrektor*, direttore, direttrice, diretor*, directora, direktoor, johtaja, reditel*, mudur, директор, direktör, 总监, 總監, ディレクター, 이사',
    ),
  ],
  [
    'manager',
    rank(
      'manager*, mgr, gerente*, gestor*, coordinator*, coordenador*, coordinador*, coordinateur, koordinator*, supervisor*, team lead*, teamlead*, lead, superviseur, *managerin, menedzer*, manazer*, yonetici*, менеджер, 課長, 係長, マネージャー, 经理, 經理, 과장, 매니저, capo, caposquadra',
    ),
  ],
  [
    'senior',
    rank(
      'senior*, sr, principal, staff, expert*, leading, ведущий, starszy*, seniorin, シニア, 主任, 高级, 資深, 资深, 선임',
    ),
  ],
  [
    'other',
    rank(
      'engineer*, specialist*, analyst*, consultant*, assistant*, assistent*, intern, interns, trainee*, student*, praktikant*, stagiaire, becari*, estagiari*, junior*, jr, associate, clerk, developer*, entwickler*, buyer*, einkaufer*, innkjoper*, inkoper*, inkopare, acheteur*, comprador*, sachbearbeiter*, referent*, mitarbeiter*, representative*, officer, administrator*, technician*, techniker*, planner*, advisor*, adviser*, berater*, conseiller*, asesor*, konsulent*, konsult*, designer*, accountant*, recruiter*, werkstudent*, specjalista, специалист, инженер, エンジニア, 担当, 专员, 工程师, 사원',
    ),
  ],
]
