import { folded } from './titles.ts'
import { wordSet } from './word-set.ts'

/** Words that are in nobody's name: what people write into the field beside it or in place of it. */

/** Trades, companies, offers, in the languages of the interface, folded. The name ends before the first of them. */
const SLOGAN = wordSet(`
  department desk help hello world full stack fullstack frontend backend strategic creative agile scrum hacker hacking
  opportunity opportunities challenge challenges experienced innovative independent personal corporate remote
  hiring hire hires recruiting recruiter recruiters recruitment recruiterin recruteur recruteuse reclutador
  reclutadora recrutador recrutadora sourcer headhunter talent acquisition staffing opentowork opentoworks
  opentonetwork looking seeking searching available helping building growing driving empowering connecting
  creating making leading transforming turning scaling teaching learning providing delivering supporting
  inspiring saving passionate founder cofounder ceo cto cfo coo cmo cio ciso cpo cro vp svp evp avp president
  director directora directeur directrice direktor direttore manager managers managing geschaftsfuhrer
  geschaftsfuhrerin gerente consultant consultants consulting consultora beraterin berater beratung conseil
  conseiller conseillere asesor asesora consultor engineer engineers engineering ingenieur developer developpeur
  desarrollador entwickler programmer coder designer analyst analista analyste specialist spezialist
  especialista specialiste expert experte expertin experto experta strategist marketing marketer vendas ventas
  vertrieb advisor adviser agent agents broker realtor realty realestate estate mortgage insurance assistant
  assistente asistente administrator accountant accounting bookkeeper lawyer attorney abogado abogada advogado
  advogada avocat rechtsanwalt rechtsanwaltin coaching trainer mentor speaker author autor autora autorin writer
  copywriter blogger influencer creator entrepreneur entrepreneuse emprendedor emprendedora empreendedor
  empreendedora unternehmer unternehmerin investor owner inhaber inhaberin gerant freelance freelancer
  freelancerin freiberufler selbststandig student estudiante etudiant etudiante studentin intern trainee
  lecturer teacher researcher scientist physician dentist psychologist psicologa psicologo therapist officer
  executive representative associate supervisor coordinator architect technician operator partners chief
  secretary editor photographer producer customer success support service services solution solutions software
  technology technologies tech digital data cloud cyber security business development growth strategy product
  project projects program operations finance financial banking capital ventures holdings holding group gruppe
  groupe grupo global international worldwide company companies enterprise enterprises agency agentur agence
  agencia studios labs media network networks academy akademie academie institute college university universitat
  universite universidad universidade foundation association club community team teams official oficial careers
  career working gmbh inc llc ltd ltda limited corp corporation plc sarl oyj pty pvt kft sro srl llp saas b2b
  b2c seo crypto blockchain web3 nft ecommerce startup startups linkedin linkedinmember member mitglied user
  users utilisateur usuario profile account admin test anonymous unknown unavailable undefined null deleted
  private contact info email mail phone whatsapp telegram message messages follow click subscribe join visit
  newsletter podcast youtube channel website i'm we're were today tomorrow every everyone nicht suche suchend
  gesucht herausforderungen buscando emprego oportunidades empleo contratando contratamos vagas recherche
  cherche disponible ecoute emploi lavoro presso collabora ricerca zoekt voor bij werk vacatures szukam pracy
  dla praca soker jobb tillganglig ищу работу вакансии рекрутер менеджер директор эксперт специалист
  руководитель основатель менеджмент маркетинг продажи компания группа ооо hrbp مدير مهندسي خبير شركة مؤسس توظيف
  باحث מנהל מנהלת מגייס מגייסת מייסד יועץ יועצת מחפש מחפשת חברת danismani danisman yonetici muduru mudur uzmani
  kurucu kurucusu isealim professional professionnel professionnelle profesional profissional profi nomad ninja
  guru wizard evangelist enthusiast lover addict husband wife certified licensed award winning keynote chairman
  chairwoman deputy senior aka alias formerly fka geb geborene
`)

/** Small words of sentences; capitalised some of them are names (Per, My, An, Im), so they count only in small letters. */
const SMALL = wordSet(`
  per are am is was my our your you we how hi hey not con para for free new call nee naar where what why when who here
  now us em ich ist wir bei mit und fur from about with without of into this that these those the chez avec pour nous
  cerco cerca zoek by busca busco offen neue voor och und uns your to on it its as or
`)

/** In capitals a trade, otherwise perhaps a name. */
const SHOUTED = wordSet('HR AI ML UX UI IT PR QA VP CEO CTO CFO COO CMO DM B2B SEO')

/** Family names too: they end a name of two words, and do not spoil one («Pedro Sales», «George Best»). */
const ALSO_NAMES = wordSet(
  'father mother link top vice geek work por best head lead sales jobs job winner nurse partner principal coach school voice guy board chair guest mom dad mum staff studio web lab new free call price',
)

/** Words between a name and an employer or another person. */
const CUTS = wordSet('at @ & and presso hos in aka a.k.a. alias née nee né geb geb. geborene formerly vel')

export type Wordiness = 'name' | 'perhaps' | 'slogan'

/** `slogan`: in no name. `perhaps`: a word of slogans that also is a family name. */
export function wordiness(word: string): Wordiness {
  if (/\p{N}/u.test(word) || /[#@!?%€$£_=<>&+]/.test(word)) return 'slogan'
  if (CUTS.has(word) || SHOUTED.has(word)) return 'slogan'
  const bare = folded(word)
  if (SLOGAN.has(bare) || (bare.length > 4 && bare.endsWith('s') && SLOGAN.has(bare.slice(0, -1))))
    return 'slogan'
  if (ALSO_NAMES.has(bare)) return 'perhaps'
  return SMALL.has(word) ? 'slogan' : SMALL.has(bare) ? 'perhaps' : 'name'
}

/** Texts that stand where a name is hidden or missing, in any language: LinkedIn's own name is in all of them. */
export const isPlaceholder = (text: string): boolean => /linked\s?in|领英|領英/iu.test(text)
