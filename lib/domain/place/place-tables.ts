/**
 * Names of places that neither the language data of the machine nor the list of cities has: short forms, names in the
 * language of the place, and the words that say «and around». All are compared folded (`fold` of `place-text.ts`).
 */

/** Parts of countries: `code of the country: name in the list of cities = other names`. */
export const REGIONS: Record<string, string> = {
  US: `Alabama=AL; Alaska=AK; Arizona=AZ; Arkansas=AR; California=CA, Calif, Kalifornien, Californie; Colorado=CO;
    Connecticut=CT; Delaware=DE; District of Columbia=DC, D C; Florida=FL; Georgia=GA; Hawaii=HI; Idaho=ID; Illinois=IL;
    Indiana=IN; Iowa=IA; Kansas=KS; Kentucky=KY; Louisiana=LA; Maine=ME; Maryland=MD; Massachusetts=MA, Mass; Michigan=MI;
    Minnesota=MN; Mississippi=MS; Missouri=MO; Montana=MT; Nebraska=NE; Nevada=NV; New Hampshire=NH; New Jersey=NJ;
    New Mexico=NM; New York=NY, New York State; North Carolina=NC; North Dakota=ND; Ohio=OH; Oklahoma=OK; Oregon=OR;
    Pennsylvania=PA; Rhode Island=RI; South Carolina=SC; South Dakota=SD; Tennessee=TN; Texas=TX; Utah=UT; Vermont=VT;
    Virginia=VA; Washington=WA, Washington State; West Virginia=WV; Wisconsin=WI; Wyoming=WY`,
  CA: `Alberta=AB; British Columbia=BC, Colombie Britannique; Manitoba=MB; New Brunswick=NB, Nouveau Brunswick;
    Newfoundland and Labrador=NL, Newfoundland, Terre Neuve et Labrador; Nova Scotia=NS, Nouvelle Ecosse; Nunavut=NU;
    Northwest Territories=NT; Ontario=ON; Prince Edward Island=PE, PEI; Québec=QC, PQ; Saskatchewan=SK; Yukon=YT`,
  AU: `New South Wales=NSW; Queensland=QLD; South Australia=SA; Tasmania=TAS; Victoria=VIC; Western Australia=WA;
    Australian Capital Territory=ACT; Northern Territory=NT`,
  DE: `Baden-Württemberg=BW, Baden Wuerttemberg; Bayern=BY, Bavaria, Baviera, Bavière, Beieren; Berlin=BE; Brandenburg=BB;
    Bremen=HB; Hamburg=HH; Hessen=HE, Hesse, Assia; Mecklenburg-Vorpommern=MV, Mecklenburg Western Pomerania;
    Niedersachsen=NI, Lower Saxony, Basse Saxe; Nordrhein-Westfalen=NW, NRW, North Rhine Westphalia, Rhénanie du Nord Westphalie;
    Rheinland-Pfalz=RP, Rhineland Palatinate; Saarland=SL; Sachsen=SN, Saxony, Saxe; Sachsen-Anhalt=ST, Saxony Anhalt;
    Schleswig-Holstein=SH; Thüringen=TH, Thuringia`,
  AT: 'Wien=Vienna; Niederösterreich=Lower Austria; Oberösterreich=Upper Austria; Steiermark=Styria; Tirol=Tyrol; Kärnten=Carinthia; Salzburg=; Vorarlberg=; Burgenland=',
  ES: `Cataluña=Catalonia, Catalunya, Katalonien; Comunidad de Madrid=Community of Madrid; Andalucía=Andalusia; País Vasco=Basque Country, Euskadi;
    Comunidad Valenciana=Valencian Community, Comunitat Valenciana; Islas Baleares=Balearic Islands, Illes Balears; Galicia=;
    Canary Is.=Canary Islands, Canarias, Islas Canarias, Kanarische Inseln; Castilla y León=; Aragón=`,
  FR: `Île-de-France=; Provence-Alpes-Côte-d'Azur=PACA, Provence Alpes Côte d Azur; Bretagne=Brittany; Rhône-Alpes=Auvergne Rhône Alpes;
    Aquitaine=Nouvelle Aquitaine; Midi-Pyrénées=Occitanie; Nord-Pas-de-Calais=Hauts de France; Alsace=Grand Est; Corse=Corsica;
    Haute-Normandie=Normandie, Normandy; Pays de la Loire=; Bourgogne=Bourgogne Franche Comté; Centre=Centre Val de Loire`,
  IT: 'Lombardia=Lombardy, Lombardei, Lombardie; Toscana=Tuscany; Piemonte=Piedmont; Lazio=; Veneto=; Sicilia=Sicily; Emilia-Romagna=; Campania=; Liguria=; Sardegna=Sardinia; Puglia=Apulia',
  PT: 'Azores=Açores, Região Autónoma dos Açores; Madeira=Região Autónoma da Madeira; Lisboa=; Porto=',
  IN: 'Karnataka=; Maharashtra=; Tamil Nadu=; Delhi=NCT of Delhi, Delhi NCR; Orissa=Odisha; Uttaranchal=Uttarakhand; Andhra Pradesh=Telangana',
  BR: 'São Paulo=SP; Rio de Janeiro=RJ; Minas Gerais=MG; Paraná=PR; Rio Grande do Sul=RS; Santa Catarina=SC; Bahia=BA; Distrito Federal=DF, Federal District; Amazonas=AM; Acre=; Pernambuco=PE; Ceará=CE',
  GB: '*=England, Scotland, Wales, Northern Ireland, Inglaterra, Angleterre, Schottland, Écosse, Escocia, Nordirland, Cymru, Alba, Großbritannien, Great Britain',
  BE: '*=Flanders, Vlaanderen, Flandern, Wallonia, Wallonie, Flandre',
  NL: '*=Noord Holland, North Holland, Zuid Holland, South Holland, Noord Brabant, North Brabant, Randstad, Gelderland',
  CH: '*=Zürich, Zurich, Genève, Vaud, Waadt, Ticino, Tessin, Aargau, Bern, Luzern, Zug, Basel Stadt, St Gallen, Romandie',
}

/** Cities: `name in the list of cities, country = other names`. */
export const CITIES = `Munich,DE=München, Muenchen, Monaco di Baviera, Múnich; Cologne,DE=Köln, Koeln, Colonia, Cologne Bonn, Köln Bonn; Nürnberg,DE=Nuremberg, Nuernberg;
  Hannover,DE=Hanover; Dortmund,DE=Ruhr, Ruhrgebiet, Rhein Ruhr, Rhine Ruhr; Düsseldorf,DE=Duesseldorf; Frankfurt,DE=Frankfurt am Main, Frankfurt Main, Frankfurt Rhine Main, Frankfurt Rhein Main, Rhein Main Gebiet; Stuttgart,DE=Stoccarda;
  Vienna,AT=Wien, Vienne, Viena, Bécs, Wiedeń; Zürich,CH=Zurich, Zurigo; Geneva,CH=Genève, Genf, Ginevra; Basel,CH=Bâle, Basilea; Bern,CH=Berne, Berna;
  Milan,IT=Milano, Mailand, Milán; Rome,IT=Roma, Rom; Turin,IT=Torino; Naples,IT=Napoli; Florence,IT=Firenze; Venice,IT=Venezia; Genoa,IT=Genova; Bologna,IT=Bolonia;
  Lisbon,PT=Lisboa, Lissabon, Lisbonne; Porto,PT=Oporto; Sevilla,ES=Seville; Madrid,ES=Madryt; Barcelona,ES=Barcelone; Bilbao,ES=Bilbo;
  Paris,FR=Parijs, París, Parigi, 巴黎, パリ, Париж; Lyon,FR=Lyons; Marseille,FR=Marseilles; Strasbourg,FR=Straßburg; Nice,FR=Nizza;
  London,GB=Londres, Londra, Londyn, Lontoo, 伦敦, ロンドン, Лондон, لندن, City of London; Edinburgh,GB=Edimburgo, Édimbourg; Newcastle,GB=Newcastle upon Tyne;
  Brussels,BE=Bruxelles, Brussel, Brüssel, Bruselas; Antwerpen,BE=Antwerp, Anvers; Gent,BE=Ghent, Gand; Liege,BE=Liège, Lüttich; The Hague,NL=Den Haag, 's Gravenhage, La Haye; Amsterdam,NL=Ámsterdam;
  København,DK=Copenhagen, Kopenhagen, Copenhague; Århus,DK=Aarhus; Göteborg,SE=Gothenburg; Stockholm,SE=Estocolmo, Storstockholm, 斯德哥尔摩; Malmö,SE=Malmo; Oslo,NO=Stor Oslo, 奥斯陆; Helsinki,FI=Helsingfors, Espoo, Esbo, Vantaa; Turku,FI=Åbo; Tampere,FI=Tammerfors; Reykjavík,IS=;
  Prague,CZ=Praha, Prag, Praga; Warsaw,PL=Warszawa, Warschau, Varsovia, Varsovie; Kraków,PL=Cracow, Krakau, Cracovia; Wrocław,PL=Breslau; Gdańsk,PL=Danzig, Trójmiasto, Tricity; Poznań,PL=; Łódź,PL=Lodz;
  Bratislava,SK=; Budapest,HU=; Bucharest,RO=București, Bukarest; Belgrade,RS=Beograd, Београд, Belgrad; Sofia,BG=София, Sofiya; Athens,GR=Αθήνα, Athína, Athen, Atene; Thessaloniki,GR=Θεσσαλονίκη; Zagreb,HR=; Ljubljana,SI=; Tallinn,EE=; Riga,LV=Rīga; Vilnius,LT=;
  Moscow,RU=Москва, Moskau, Moskva, Moscou; St. Petersburg,RU=Санкт-Петербург, Saint Petersburg, Sankt Petersburg; Kyiv,UA=Київ, Киев, Kiev, Kiew; Istanbul,TR=İstanbul; Ankara,TR=; Izmir,TR=İzmir;
  Tokyo,JP=東京, 東京都, Tokio, Токио; Osaka,JP=大阪, 大阪府; Kyoto,JP=京都; Nagoya,JP=名古屋, 名古屋市; Yokohama,JP=横浜, 横浜市; Fukuoka,JP=福岡; Sapporo,JP=札幌;
  Seoul,KR=서울, 서울특별시, 首爾; Busan,KR=부산; Beijing,CN=北京, Peking, Pekín; Shanghai,CN=上海; Shenzhen,CN=深圳; Guangzhou,CN=广州, 廣州, Canton; Hangzhou,CN=杭州; Chengdu,CN=成都; Taipei,TW=台北, 臺北, Taipeh; Hong Kong,HK=香港; Singapore,SG=新加坡;
  Dubai,AE=دبي, Dubái, Dubaï; Abu Dhabi,AE=أبوظبي, أبو ظبي; Riyadh,SA=الرياض, Riad; Jeddah,SA=جدة; Doha,QA=الدوحة; Kuwait,KW=Kuwait City, الكويت; Cairo,EG=القاهرة, Kairo, Le Caire; Tel Aviv-Yafo,IL=Tel Aviv, תל אביב, Tel Aviv Jaffa; Jerusalem,IL=ירושלים; Casablanca,MA=الدار البيضاء; Beirut,LB=بيروت; Amman,JO=عمان الاردن;
  Bengaluru,IN=Bangalore, Bengaluru Urban; Mumbai,IN=Bombay; Chennai,IN=Madras; Kolkata,IN=Calcutta; New Delhi,IN=नई दिल्ली, दिल्ली, Gurgaon, Gurugram, Noida; Hyderabad,IN=; Pune,IN=Poona;
  Ho Chi Minh City,VN=Hồ Chí Minh, Saigon, Thành phố Hồ Chí Minh; Hanoi,VN=Hà Nội; Bangkok,TH=กรุงเทพ, กรุงเทพมหานคร; Kuala Lumpur,MY=KL, Klang Valley; Manila,PH=Metro Manila, National Capital Region; Jakarta,ID=Jabodetabek;
  Mexico City,MX=Ciudad de México, CDMX, Mexiko Stadt, México D F, Ville de Mexico; Monterrey,MX=; São Paulo,BR=Sao Paulo, Grande São Paulo; Rio de Janeiro,BR=Rio; Brasília,BR=Brasilia; Buenos Aires,AR=CABA, Gran Buenos Aires; Bogota,CO=Bogotá, Bogotá D C; Santiago,CL=Santiago de Chile; Lima,PE=; Montevideo,UY=; Quito,EC=;
  New York,US=New York City, NYC, NY City, Manhattan, Brooklyn, Tri State, Nueva York, Nova Iorque, Nova York, 纽约, ニューヨーク; San Francisco,US=San Francisco Bay, Bay, SF, SF Bay, Silicon Valley; Los Angeles,US=LA Metro, Greater LA; Washington D.C.,US=Washington, Washington DC, Washington D C, Washington DC Baltimore, DMV; Dallas,US=Dallas Fort Worth, DFW; Ft. Worth,US=Fort Worth; Minneapolis,US=Twin Cities, Minneapolis St Paul; St. Paul,US=Saint Paul; St. Louis,US=Saint Louis; Raleigh,US=Raleigh Durham, Raleigh Durham Chapel Hill, Research Triangle; Philadelphia,US=Philly; Las Vegas,US=Vegas; Salt Lake City,US=SLC; Tampa,US=Tampa Bay; Miami,US=Miami Fort Lauderdale, South Florida; Chicago,US=Chicagoland; Kansas City,US=;
  Montréal,CA=Montreal, Grand Montréal; Québec,CA=Quebec City, Ville de Québec; Toronto,CA=GTA, Greater Toronto; Vancouver,CA=Lower Mainland, Metro Vancouver; Ottawa,CA=Gatineau, National Capital Region Canada; Kitchener,CA=Waterloo Ontario; Sydney,AU=; Auckland,NZ=Tāmaki Makaurau; Johannesburg,ZA=Joburg, Gauteng; Cape Town,ZA=Kaapstad; Lagos,NG=; Nairobi,KE=; Accra,GH=`

/** Words around a name, longest first where one begins another. They are taken off one by one until a name is left. */
export const BEFORE = `greater metropolitan, greater, metropolitan area of, metropolitan, metro, the, region of, region, regione, county, co, departement de, department of, kraj, powiat, región de, région de, région d, région, metropolregion,
  großraum, grossraum, raum, landkreis, kreis, kanton, canton de, canton of, freistaat, land, area metropolitana di, área metropolitana de, area metropolitana de, zona metropolitana de,
  área de, area of, zona de, grande, grand, gran, stor, city of, ville de, ciudad de, cidade de, county of, province of, provincia de, provincia di, province de, comunidad de, comunidad autónoma de,
  state of, estado de, estado do, departamento de, prefectura de, okolice, obszar metropolitalny, aglomeracja, agglomération de, agglomération, métropole de, periferia de, near, based in, around, г, город`
export const AFTER = `metropolitan area, metropolitan region, metropolitan district, metropolitan county, metro area, metro region, metroplex, metropolitan, metropolregion, metro, bay area, area, region metropolitana, region, regionen, county, parish, borough,
  province, state, prefecture, district, municipality, governorate, division, emirate, und umgebung, u umgebung, umgebung, et périphérie, et environs, et alentours, et sa région, y alrededores, alrededores, y cercanías, e dintorni,
  e região, e arredores, e hinterland, og omegn, og omegnen, omegn, og omkringliggende område, med omnejd, och omnejd, en omgeving, en omstreken, e o, i okolice, i okolica, a okolí, a okolie, ja ympäristö, és környéke, și împrejurimi, ve çevresi,
  området, omradet, alue, seutu, län, lan, fylke, kommune, kommun, lääni, vilayet, ili, il, voivodeship, oblast, kraj, megye, județ, stadt, city, town, cdp, greater area, umland, 都, 府, 県, 市, 省, 区, 區, 特别行政区, 특별시, 광역시, 시, 도, 大都市圏, 首都圏, 周辺, 地区, 及周边地区, область, край, республика, и окрестности, г, منطقة, وما حولها`

/** Words that stand where a place stands and name none. */
export const NOWHERE = `remote, worldwide, global, globally, earth, world, anywhere, everywhere, home, internet, online, moon, mars, europe wide, various, multiple locations, unknown, n a, none, nowhere, other, international, central, centre, center, north, south, east, west, downtown, university`
