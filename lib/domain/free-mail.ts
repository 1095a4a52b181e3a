/** Whether anybody can have an address at the domain: then it says nothing about a company. */
export function isFreeMail(domain: string): boolean {
  return FREE_MAIL.has(domain) || FREE_MAIL_FAMILIES.test(domain)
}

const FREE_MAIL_FAMILIES =
  /^(?:yahoo|hotmail|outlook|live|msn|gmx|ymail|yandex|aol|protonmail)\.(?:[a-z]{2,3})(?:\.[a-z]{2})?$/
const FREE_MAIL: ReadonlySet<string> = new Set(
  `012.net.il 10minutemail.com 123mail.org 126.com 126.net 139.com 163.com 163.net 188.com 189.cn 1und1.de 21cn.com
  21cn.net 263.net 9online.fr a1.net abv.bg accountant.com actcom.co.il addy.io adelphia.net aim.com airtelmail.in
  alice.it aliceadsl.com aliceadsl.fr aliceposta.it aliyun.com ameritech.net ananzi.co.za anonaddy.com aol.com
  aon.at arcor.de arnet.com.ar asia.com atlas.cz att.net azet.sk barak.net.il batelco.com.bh bbox.fr
  bellaliant.net bellsouth.net bezeqint.net bigfoot.com biglobe.ne.jp bigmir.net bigpond.com bigpond.net.au bk.ru
  bluewin.ch blueyonder.co.uk bol.com bol.com.br bredband.net brturbo.com.br bsnl.in btinternet.com
  btopenworld.com c2i.net cableone.net cantv.net caramail.com caramail.fr casema.nl cegetel.fr cegetel.net
  centrum.cz centrum.eu centrum.sk centurylink.net centurytel.net charter.net chello.at chello.nl chello.pl
  citromail.hu clear.net.nz clix.pt club-internet.fr cogeco.ca comcast.net compuserve.com consultant.com
  contactoffice.com cox.net cs.com dataone.in daum.net disroot.org dnainternet.net docomo.ne.jp dodo.com.au dr.com
  dreamwiz.com duck.com e1.ru earthlink.net easynet.co.uk eclipso.eu eim.ae eircom.net elisa.fi elisanet.fi
  email.com email.cz email.de email.it embarqmail.com emirates.net.ae empal.com engineer.com estpak.ee estvideo.fr
  eth.net etisalat.ae europe.com excite.co.jp excite.com excite.it eyou.com ezweb.ne.jp fastmail.com fastmail.fm
  fastwebnet.it fibertel.com.ar financier.com firemail.de foxmail.com fpt.vn free.fr freechal.com freeler.nl
  freemail.com.au freemail.gr freemail.hu freemail.ru freenet.de freesurf.fr frontier.com frontiernet.net
  gawab.com globo.com globomail.com gmail.com gmx.at gmx.ch gmx.com gmx.de gmx.fr gmx.net gmx.us gnet.tn go.com
  goo.jp googlemail.com googlemail.de gportal.hu guerrillamail.com hanmail.com hanmail.net hey.com hispeed.ch
  home.nl home.se hotmail.ch hotmail.co.il hotmail.com hotmail.fr hotmail.no hush.ai hush.com hushmail.com i.ua
  iafrica.com iam.net.ma icloud.com icqmail.com idea.net.pl ig.com.br ihug.co.nz iinet.net.au iname.com inbox.com
  inbox.lt inbox.lv inbox.ru index.hu indiatimes.com infinito.it infoseek.jp inode.at inter.net.il interia.pl
  internet.ru internode.on.net inwind.it iol.cz iol.ie iol.pt iprimus.com.au jazztel.es journalist.com jubii.dk
  juno.com kabelmail.de kabsi.at kakao.com katamail.com keemail.me kolabnow.com kolumbus.fi korea.com kpnmail.nl
  lantic.net laposte.fr laposte.net lavabit.com lawyer.com libero.it libertysurf.fr lineone.net link.net list.kz
  list.ru live.com live.dk live.nl live.no live.se livemail.tw luukku.com lycos.co.kr lycos.co.uk lycos.com
  lycos.de lycos.es lycos.it mac.com mail-online.dk mail.bg mail.by mail.ch mail.com mail.com.tr mail.de mail.dk
  mail.ee mail.gr mail.kz mail.lv mail.md mail.ru mail.ua mail.uk mail.vu mail15.com mail2world.com mailbox.org
  mailcity.com maildrop.cc mailfence.com mailinator.com mailnesia.com mailo.com mailoo.org me.by me.com menara.ma
  meta.ua mindspring.com mixmail.com mohmal.com msn.com mtnloaded.com mts.net mweb.co.za mynet.com myopera.com
  myway.com narod.ru nate.co.kr nate.com naver.com naver.jp net.hr netcabo.pt netcologne.de netcourrier.com
  netscape.com netscape.net netti.fi netvigator.com netvision.net.il netzero.com netzero.net neuf.fr nextra.sk
  nifty.com nm.ru noos.fr nordnet.fr ntlworld.com ntlworld.ie numericable.com numericable.fr nyc.rr.com o2.ie
  o2.pl o2online.de ocn.ne.jp oi.com.br ok.de omantel.net.om one.lt onet.eu onet.pl online.de online.fr online.nl
  online.no online.ua onmail.com op.pl open.by optonline.net optusnet.com.au orange.fr outlook.com ozemail.com.au
  pacific.net.sg pandora.be paran.com passport.com pec.it planet.nl planet.tn plasa.com pldtdsl.net plusnet.co.uk
  pm.me pobox.com pobox.sk pochta.ru pochtamt.ru poczta.fm poczta.onet.pl portugalmail.pt post.com post.cz post.sk
  posta.hu posteo.de posteo.net prodigy.net prodigy.net.mx programmer.net proton.ch proton.me protonmail.ch
  protonmail.com protonmail.net ptd.net ptt.cc q.com qq.com qualitynet.net quick.cz qwest.net r7.com rambler.ru
  rambler.ua rdstv.ro reagan.com realtyagent.com rediff.com rediffmail.com riseup.net roadrunner.com
  rocketmail.com rogers.com rr.com runbox.com runbox.no safe-mail.net sancharnet.in sapo.pt saunalahti.fi sbb.rs
  sbcglobal.net scarlet.be sci.fi seznam.cz seznam.sk sfr.com sfr.fr sfr.net sharklasers.com shaw.ca sify.com
  simplelogin.com sina.cn sina.com singnet.com.sg skiff.com sky.com skynet.be sms.at softbank.ne.jp softhome.net
  sohu.com spark.co.nz spray.no spray.se starhub.net.sg startmail.com stonline.sk streamyx.com student.com
  sunrise.ch suomi24.fi supanet.com superig.com.br superonline.com surewest.net swipnet.se swissonline.ch
  sympatico.ca t-mobile.de t-online.de t-online.hu talk21.com talktalk.co.uk talktalk.net tdc.dk tds.net
  techie.com tedata.net.eg tele2.nl tele2.se telefonica.net telenet.be teletu.it telfort.nl telia.com telkom.net
  telkomsa.net tellas.gr telus.net tempmail.com terra.cl terra.com terra.com.br terra.com.mx terra.es tin.it
  tiscali.co.uk tiscali.cz tiscali.de tiscali.fr tiscali.it tiscalinet.it tjohoo.se tlen.pl tm.net.my toast.net
  tom.com topnet.tn tpg.com.au trashmail.com tut.by tuta.com tuta.de tuta.io tutamail.com tutanota.com tutanota.de
  ukr.net uol.com.ar uol.com.br upcmail.cz upcmail.ie upcmail.nl usa.com usa.net utanet.at verizon.net vfemail.net
  videotron.ca vip.163.com vip.qq.com virgilio.it virgilio.net virgin.net virginmedia.com vivaldi.net vnn.vn
  vodafone.de vodafone.it vodamail.co.za voila.fr volia.ua volny.cz volny.eu vp.pl vsnl.com vsnl.net walla.co.il
  walla.com wanadoo.es wanadoo.fr wanadoo.nl web-mail.com.ar web.de webmail.co.za webtv.net wind.it
  windowslive.com windowslive.es windstream.net worldonline.nl wowway.com wp.pl writeme.com xs4all.nl xtra.co.nz
  ya.ru yahoo.com yahoomail.com yandex.by yandex.com yandex.com.tr yandex.kz yandex.net yandex.ru yandex.ua
  ybb.ne.jp yeah.net ymail.com yopmail.com yousee.dk zahav.net.il ziggo.nl ziggomail.com zing.vn zipmail.com.br
  zoho.com zoho.eu zoho.in zohomail.com zohomail.eu zohomail.in zonnet.be zonnet.nl zoznam.sk`.split(/\s+/),
)
