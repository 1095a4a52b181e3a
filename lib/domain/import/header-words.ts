import type { ColumnTarget } from './targets.ts'

/**
 * What columns are called, folded as `headerKey` folds them. Languages of the interface, and the exports of LinkedIn
 * (connections), Sales Navigator tools, HubSpot, Salesforce, Apollo, Google and Outlook contacts.
 * The rank decides between two columns for one target: the work mail goes before the private one.
 */
export const HEADER_WORDS: readonly (readonly [target: ColumnTarget, rank: number, words: string])[] = [
  [
    'firstName',
    0,
    `first name|firstname|given name|forename|fname|first|contact first name|lead first name|vorname|rufname|prenom|primer nombre|nombre de pila|nome proprio|primeiro nome
    |voornaam|fornavn|fornamn|etunimi|imie|imiona|имя|isim|adi|名字|名前 名|ファーストネーム|الاسم الأول|שם פרטי|jmeno|krestni jmeno|keresztnev|utonev`,
  ],
  [
    'lastName',
    0,
    `last name|lastname|surname|family name|lname|last|second name|contact last name|lead last name|nachname|familienname|zuname|nom de famille|apellido|apellidos|primer apellido
    |cognome|sobrenome|apelido|ultimo nome|achternaam|familienaam|etternavn|efternamn|efternavn|sukunimi|nazwisko|фамилия|soyad|soyadi|soyisim
    |姓|姓氏|ラストネーム|성|اسم العائلة|الكنية|שם משפחה|prijmeni|vezeteknev`,
  ],
  [
    'name',
    0,
    `full name|fullname|contact name|lead name|person name|display name|candidate name|member name|vollstandiger name|vor und nachname|vorname nachname|vorname und nachname|kontaktname|nom complet|nom et prenom|prenom et nom|nom prenom
    |nombre completo|nombre y apellidos|nombre y apellido|nome completo|nome e cognome|nome e sobrenome|volledige naam|fullt navn|fullstandigt namn|fulde navn|koko nimi
    |imie i nazwisko|фио|полное имя|имя и фамилия|ad soyad|adi soyadi|姓名|氏名|성명|الاسم الكامل|שם מלא|cele jmeno|teljes nev`,
  ],
  [
    'name',
    1,
    `contact|person|lead|prospect|ansprechpartner|ansprechperson|kontakt|kontaktperson|contactpersoon|interlocuteur|contacto|contatto|contato|navn|naam|namn|nimi|nazwa kontaktu|名前|nev`,
  ],
  [
    'email',
    0,
    `work email|business email|email work|work e mail|professional email|company email|geschaftliche e mail|e mail geschaftlich|email professionnel|correo corporativo|email aziendale`,
  ],
  [
    'email',
    1,
    `email|e mail|mail|email address|e mail address|emailaddress|primary email|contact email|lead email|email 1|e mail 1 value|email 1 value|e mail 1|mail address
    |e mail adresse|email adresse|mailadresse|mail adresse|courriel|adresse e mail|adresse email|adresse mail|adresse electronique|adresse courriel|correo|correo electronico
    |direccion de correo|direccion de correo electronico|indirizzo e mail|indirizzo email|indirizzo di posta|posta elettronica|endereco de e mail|endereco de email|e mailadres|emailadres
    |e post|epost|e postadress|e postadresse|epostadresse|epostadress|e mailadresse|mailadresse|sahkoposti|sahkopostiosoite|adres e mail|adres email|poczta|электронная почта|эл почта|почта|адрес электронной почты
    |e posta|eposta|e posta adresi|电子邮件|电子邮箱|邮箱|電子郵件|電子信箱|メール|メールアドレス|eメール|이메일|이메일 주소|메일|البريد الإلكتروني|بريد إلكتروني|דוא ל|דואל|אימייל|דואר אלקטרוני|emailova adresa|e mail cim`,
  ],
  [
    'email',
    4,
    `email 2|e mail 2 value|e mail 2|secondary email|other email|additional email|personal email|private email|home email|e mail privat|private e mail|email personnel|correo personal`,
  ],
  [
    'phone',
    0,
    `direct phone|work direct phone|direct dial|direct line|direct number|mobile|mobile phone|mobile number|cell|cell phone|cellphone|handy|handynummer|mobil|mobilnummer|mobiltelefon|mobilfunk
    |portable|telephone portable|mobile pro|gsm|movil|telefono movil|celular|telemovel|cellulare|telefono cellulare|mobiel|mobiele telefoon|mobilnr|matkapuhelin|telefon komorkowy|komorka
    |мобильный|мобильный телефон|cep telefonu|cep|手机|手机号|行動電話|携帯|携帯電話|휴대폰|휴대전화|الجوال|رقم الجوال|נייד|טלפון נייד`,
  ],
  [
    'phone',
    1,
    `phone|phone number|telephone|telephone number|tel|tel no|tel nr|phone 1|phone 1 value|primary phone|work phone|business phone|contact phone|telefon|telefonnummer|telefon geschaftlich|rufnummer|durchwahl
    |numero de telephone|tel pro|telephone professionnel|telefono|numero de telefono|numero di telefono|telefone|numero de telefone|telefoon|telefoonnummer|telefonnr|tlf|tlf nr|puhelin|puhelinnumero|puh
    |numer telefonu|nr telefonu|телефон|номер телефона|telefon numarasi|电话|电话号码|電話|電話號碼|電話番号|전화|전화번호|الهاتف|رقم الهاتف|هاتف|טלפון|מספר טלפון|telefonni cislo|telefonszam`,
  ],
  [
    'phone',
    4,
    `corporate phone|company phone|main phone|office phone|switchboard|other phone|home phone|private phone|phone 2|phone 2 value|telefon 2|telefon privat|zentrale`,
  ],
  [
    'title',
    0,
    `job title|jobtitle|title|position|current title|current position|current job|role|job role|job|occupation|organization title|organization 1 title|contact title|lead title
    |berufsbezeichnung|stellenbezeichnung|stelle|funktion|jobtitel|beruf|rolle|poste|fonction|intitule du poste|intitule de poste|cargo|puesto|puesto de trabajo|ocupacion|qualifica|ruolo|posizione
    |mansione|posizione lavorativa|funcao|cargo atual|posicao|functie|functietitel|functieomschrijving|stilling|stillingstittel|tittel|befattning|yrkestitel|roll|stillingsbetegnelse|tehtavanimike|titteli|tehtava|asema
    |stanowisko|stanowisko pracy|должность|позиция|unvan|pozisyon|gorev|职位|职务|職位|職稱|役職|職種|肩書き|직책|직위|직함|المسمى الوظيفي|الوظيفة|المنصب|תפקיד|משרה|pozice|beosztas`,
  ],
  ['title', 2, `titel|titre|titulo|titolo|function`],
  [
    'company',
    0,
    `company|company name|companyname|organization|organisation|organization name|organization 1 name|account|account name|employer|current company|current employer|associated company|primary company|company account
    |firma|firmenname|unternehmen|unternehmensname|arbeitgeber|gesellschaft|betrieb|societe|entreprise|nom de l entreprise|nom de la societe|raison sociale|empresa|nombre de la empresa|compania|organizacion
    |azienda|societa|ragione sociale|nome azienda|nome da empresa|companhia|organizacao|bedrijf|bedrijfsnaam|organisatie|werkgever|selskap|selskapsnavn|bedrift|firmanavn|arbeidsgiver|foretag|foretagsnamn|bolag|arbetsgivare|virksomhed
    |virksomhedsnavn|yritys|yrityksen nimi|tyonantaja|nazwa firmy|przedsiebiorstwo|pracodawca|компания|организация|название компании|место работы|sirket|sirket adi|kurum|isveren|公司|公司名称|公司名稱|企业|企業|单位|会社|会社名|企業名|勤務先
    |회사|회사명|기업명|الشركة|اسم الشركة|חברה|שם החברה|ארגון|spolecnost|ceg|cegnev`,
  ],
  ['company', 3, `company name for emails|cleaned company name|company clean name`],
  [
    'companyDomain',
    0,
    `company domain|company domain name|domain|domain name|email domain|company website|company web site|company url website|website|web site|website url|web|webseite|webadresse|homepage|internet|site web|site internet|sitio web
    |pagina web|sito web|sito|site|website bedrijf|nettside|hjemmeside|hemsida|webbplats|kotisivu|strona www|strona internetowa|www|сайт|веб сайт|web sitesi|网站|网址|網站|ウェブサイト|ホームページ|웹사이트|홈페이지|الموقع الإلكتروني|אתר|אתר אינטרנט`,
  ],
  [
    'linkedin',
    0,
    `linkedin profile url|linkedin profile|linkedin url|linkedin|linked in|person linkedin url|person linkedin|contact linkedin url|lead linkedin url|linkedin public url|linkedin url public|linkedin member profile|public profile url|linkedin bio
    |linked in profile url|linked in url|default profile url|hs linkedin url|hubspot linkedin url|linkedin link|linkedin address|linkedinprofil|linkedin profil|profil linkedin|lien linkedin|perfil de linkedin|perfil linkedin|profilo linkedin|linkedin profiel|linkedin id|linkedin handle`,
  ],
  [
    'linkedin',
    2,
    `profile url|profile link|profile|sales navigator url|sales nav url|linkedin sales navigator url|linkedin url unique id|li url`,
  ],
  [
    'headline',
    0,
    `headline|profile headline|linkedin headline|tagline|linkedin tagline|profilslogan|titre du profil`,
  ],
  [
    'location',
    0,
    `location|person location|contact location|lead location|geo|geography|standort|lieu|localisation|emplacement|ubicacion|localizacion|localita|luogo|localizacao|local|locatie|plassering|lokasjon|plats|lokation|sijainti|lokalizacja
    |местоположение|konum|lokasyon|所在地|地点|位置|勤務地|위치|지역|الموقع|מיקום|lokalita|hely`,
  ],
  [
    'city',
    0,
    `city|town|mailing city|person city|contact city|home city|business city|work city|ort|stadt|wohnort|ville|commune|ciudad|poblacion|citta|comune|cidade|plaats|stad|woonplaats|by|sted|poststed|ort postort|postort|kaupunki|paikkakunta|miasto|miejscowosc
    |город|sehir|城市|市|都市|市区町村|도시|المدينة|עיר|mesto|varos`,
  ],
  [
    'region',
    0,
    `state|state region|state province|mailing state|mailing state province|person state|business state|province|region|county|bundesland|kanton|departement|provincia|estado|comunidad autonoma|regione|provincie|fylke|lan|maakunta|wojewodztwo|область|регион|省|州|都道府県|지방|המחוז|kraj okres|megye`,
  ],
  [
    'country',
    0,
    `country|country region|mailing country|person country|contact country|business country|country code|land|staat|pays|pais|paese|nazione|stato|landkode|maa|kraj|panstwo|страна|ulke|国家|国家 地区|國家|国|국가|البلد|الدولة|מדינה|ארץ|zeme|orszag`,
  ],
  [
    'arrivedAt',
    0,
    `arrived|arrived at|arrival|arrival date|arrival time|inbound date|inbound at|submitted|submitted at|submission date|submission time|form submitted at|form submission date|request received|received at|eingegangen|eingegangen am|eingang|eingangsdatum|anfrage vom`,
  ],
  [
    'note',
    0,
    `note|notes|comment|comments|remark|remarks|bemerkung|bemerkungen|notiz|notizen|kommentar|kommentare|anmerkung|anmerkungen|remarque|remarques|commentaire|commentaires|notas|nota|comentario|comentarios|observaciones|annotazioni|commenti|observacoes
    |opmerking|opmerkingen|notities|notitie|notat|notater|merknad|anteckning|anteckningar|bemaerkning|noter|huomautus|muistiinpanot|lisatiedot|uwagi|notatki|заметки|заметка|комментарий|примечание|notlar|aciklama|备注|備註|備考|メモ|메모|비고|ملاحظات|הערות|הערה|poznamka|megjegyzes`,
  ],
  [
    'skip',
    0,
    `company linkedin url|company linkedin|company linked in url|organization linkedin url|company url|linkedin company url|linkedin company page|anrede|salutation|civilite|contact owner|account owner|owner|lead owner|middle name|record id|id|suffix|prefix`,
  ],
]

/** «Nome» is a given name beside «Cognome», and the whole name where it stands alone. */
export const GIVEN_OR_WHOLE = 'nome|nombre|名|이름|ad|الاسم|שם'

/** «Name» is a family name beside «Vorname» alone, and the whole name otherwise. */
export const FAMILY_OR_WHOLE = 'name|nom'

/** Addresses of which only the values tell what they lead to. */
export const ANY_ADDRESS = 'url|link|links|profile links|web address|address web'
