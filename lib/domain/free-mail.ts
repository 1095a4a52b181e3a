/** Domains of mail services that anybody can have an address at: they say nothing about a company. */
export const FREE_MAIL: ReadonlySet<string> = new Set(
  `126.com 139.com 163.com 189.cn 21cn.com abv.bg accountant.com alice.it aliceadsl.fr aliyun.com aol.com arcor.de
  att.net bellsouth.net bigmir.net bigpond.com bk.ru bluewin.ch bol.com.br bredband.net btinternet.com btopenworld.com
  caramail.com centrum.cz centrum.sk charter.net club-internet.fr comcast.net cox.net daum.net disroot.org dnainternet.net
  duck.com earthlink.net email.com email.cz email.de embarqmail.com eircom.net elisanet.fi email.it eclipso.eu
  fastmail.com fastmail.fm foxmail.com free.fr freemail.hu freenet.de frontier.com frontiernet.net gmail.com gmx.net
  googlemail.com hanmail.net hey.com hispeed.ch hushmail.com i.ua icloud.com ig.com.br inbox.lv inbox.ru index.hu
  interia.pl iol.pt iinet.net.au juno.com kolumbus.fi kpnmail.nl laposte.net libero.it list.ru luukku.com mac.com
  mail.bg mail.com mail.de mail.ee mail.ru mailbox.org mail.dk me.com msn.com mweb.co.za mynet.com nate.com naver.com
  neuf.fr ntlworld.com numericable.fr o2.pl o2online.de onet.eu onet.pl online.de online.no optonline.net optusnet.com.au
  orange.fr passport.com pm.me pobox.com posteo.de posteo.net post.cz post.sk proton.me protonmail.ch protonmail.com
  ptt.cc qq.com rambler.ru rediffmail.com riseup.net rocketmail.com rogers.com runbox.com sapo.pt sbcglobal.net
  seznam.cz sfr.fr shaw.ca sina.cn sina.com sky.com sohu.com sympatico.ca talk21.com talktalk.net telefonica.net
  telenet.be telia.com terra.com.br terra.es tin.it tiscali.co.uk tiscali.it tlen.pl tonline.de t-online.de tuta.com
  tuta.io tutanota.com tutanota.de ukr.net uol.com.br verizon.net videotron.ca virgilio.it virginmedia.com volny.cz
  wanadoo.fr web.de windowslive.com windstream.net wp.pl xs4all.nl xtra.co.nz yandex.com yandex.ru yeah.net yopmail.com
  zoho.com zohomail.com ziggo.nl zonnet.nl`.split(/\s+/),
)
