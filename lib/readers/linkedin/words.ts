/**
 * The one table of interface words, for the few places where nothing but a translated label tells two things apart.
 * English, German, French, Spanish, Portuguese, Italian, Dutch, Norwegian, Swedish, Danish, Finnish, Polish, Russian,
 * Turkish, Chinese (both), Japanese, Korean, Arabic, Hebrew; stems, so that endings do not matter.
 */
const COMPANY =
  /compan|unternehmen|firma|entreprise|empresa|azienda|società|bedrijf|werkgever|bedrift|arbeidsgiver|företag|arbetsgivare|virksomhed|yrity|työnantaja|компани|şirket|公司|会社|勤務先|회사|직장|شركة|חברה|מקום עבודה/i
const SCHOOL =
  /educati|education|ausbildung|bildung|formation|educaci|formaci|formação|educação|formazione|istruzione|opleiding|utdan|utbildning|uddannelse|koulutus|wykształceni|образовани|eğitim|教育|学歴|學歷|학력|تعليم|השכלה|לימודים/i

/** Which of the two a label speaks of; '' where it names neither or both. */
export function employerKind(label: string): 'experience' | 'education' | '' {
  const [company, school] = [COMPANY.test(label), SCHOOL.test(label)]
  if (company === school) return ''
  return company ? 'experience' : 'education'
}

const ABOUT_LABELS = {
  type: /^(?:(?:company |organi[sz]ation )?type|art|typ|unternehmensform|type d[’']entreprise|tipo(?: de (?:empresa|organización)| di azienda)?|bedrijfstype|tyyppi|yritysmuoto|rodzaj(?: działalności| firmy)?|тип(?: компании)?|tür|şirket türü|类型|公司类型|類型|公司類型|種類|会社形態|유형|회사 유형|형태|النوع|نوع الشركة|סוג(?: חברה)?)$/iu,
  specialities:
    /^(?:special(?:i?ties|izations?)|spezialgebiete|domaines(?: d[’']expertise)?|spécialisations|especialidades|especializações|settori di competenza|specializzazioni|speciali(?:smen|saties)|spesialiteter|special(?:istområden|iteter|er)|erityisosaaminen|erikoisalat|specjali(?:zacje|ności)|специализаци[яи]|uzmanlık alanları|领域|专业领域|专长|專長|専門分野|전문 ?분야|التخصصات|התמחויות)$/iu,
}

/** True for the label of this fact of a company, in any language of the table. */
export const isAboutLabel = (fact: keyof typeof ABOUT_LABELS, text: string): boolean =>
  ABOUT_LABELS[fact].test(text.trim())

const SCHOOL_NAME =
  /universi|college|\bschool|institute of|academy|hochschule|école|lycée|polytechn|politec|facult|facolt|escuela|escola|instituto|liceo|scuola|högskola|høgskole|højskole|yliopisto|korkeakoulu|uniwersytet|politechnika|szkoła|университет|институт|üniversite|大学|大學|学院|學院|大学校|대학|جامعة|كلية|אוניברסיט|מכללה/i

/** True for a name that says of itself that it is a school. Employers may be schools too: never enough alone. */
export const isSchoolName = (name: string): boolean => SCHOOL_NAME.test(name)

const HIDDEN =
  /^(?:member|mitglied|membre|utilisateur|(?:miembro|usuario) de|(?:usuário|utilizador|membro) do|utente|membro di|lid|medlem|jäsen|użytkownik|członek|участник|пользователь|üyesi|会员|會員|用户|用戶|会員|メンバー|회원|멤버|عضو|عضو في|عضو على|مستخدم|חבר|חבר ב|משתמש)$/iu

/** True for what stands in place of a name where LinkedIn hides somebody: «LinkedIn Member», in any language of the table. */
export function isHiddenName(name: string): boolean {
  const rest = name.replace(/linkedin|领英|領英/i, ' ')
  return rest !== name && HIDDEN.test(rest.replace(/[-‑־\s]+/g, ' ').trim())
}
