import type { NameHalves } from './parts.ts'
import { wordSet } from './word-set.ts'

/** Names in Chinese characters, kana and Hangul: the family comes first, unless the name is a foreign one spelled out. */

export const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}々〆ー]/u

const ALL_EAST_ASIAN = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}々〆ーヶ]+$/u
const HAN = /^[\p{Script=Han}々〆ヶ]+$/u
const KATAKANA = /^[\p{Script=Katakana}ー]+$/u
const HANGUL = /^\p{Script=Hangul}+$/u

/** Forms of address and trades written behind the name, with a space or without. */
const BEHIND =
  /(?:先生|女士|小姐|老师|老師|博士|教授|经理|經理|总监|總監|律师|律師|医生|醫生|さん|さま|様|氏|님|씨|박사|교수|대표|이사|팀장|과장|부장)$/u

/** Characters of trades, companies and offers: such a text is no name. */
const NOT_A_NAME =
  /公司|集团|集團|招聘|求职|求職|招募|株式|会社|有限|合同|採用|募集|転職|人事|营销|销售|市场|工程|经理|顾问|猎头|채용|구직|회사|주식|그룹|영업|마케팅|개발자|会员|會員|メンバー|회원|用户|用戶/u

const COMPOUND_CHINESE = wordSet(
  '欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 夏侯 皇甫 尉迟 尉遲 公孙 公孫 慕容 司徒 令狐 东方 東方 南宫 南宮 长孙 長孫 宇文 轩辕 端木 申屠 太史 独孤 司空 鲜于 闻人 东郭 百里 西门 西門',
)

const CHINESE = wordSet(
  '王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖蕭萧田董袁潘于余蒋蔣蔡杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾鐘谭譚陆陸汪范金石廖贾賈夏韦韋付傅方白邹鄒孟熊秦邱江尹薛闫阎閻段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴覃武戴莫孔向汤湯温溫康施文牛樊葛邢安齐齊易乔喬伍庞龐颜顏倪庄莊聂聶章鲁魯岳翟殷詹申欧歐耿关關兰蘭焦俞左柳甘祝包宁寧尚符舒阮柯纪紀梅童凌毕畢单單季裴霍涂成苗谷盛曲翁冉骆駱蓝藍路游辛靳欧管柴蒙鲍鮑华華喻祁蒲房滕屈饶饒解牟艾尤阳時时穆农司卓古吉缪繆简簡车車项項连連芦麦麥褚娄婁窦竇戚岑景党宫費费卜冷晏席卫衛米柏宗瞿桂全佟应應臧闵閔苟邬鄔边邊卞姬师師和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝鄺',
  '',
)

const JAPANESE =
  wordSet(`佐藤 鈴木 高橋 髙橋 田中 伊藤 渡辺 渡邊 渡邉 山本 中村 小林 加藤 吉田 山田 山口 松本 井上 木村 清水 山崎 阿部 池田 橋本 山下 石川 中島 中嶋 前田 藤田 小川
  後藤 岡田 村上 近藤 石井 斎藤 齋藤 斉藤 齊藤 坂本 遠藤 青木 藤井 西村 福田 太田 三浦 藤原 岡本 松田 中川 中野 原田 小野 田村 竹内 金子 和田 中山 石田 上田 森田
  柴田 酒井 工藤 横山 宮崎 宮本 内田 高木 安藤 谷口 大野 丸山 今井 高田 藤本 武田 村田 上野 杉山 増田 菅原 平野 小島 大塚 千葉 久保 松井 岩崎 桜井 木下 野口
  松尾 野村 菊地 菊池 佐野 大西 杉本 新井 浜田 市川 古川 水野 小松 島田 小山 高野 山内 西田 山中 西川 北村 安田 川口 今村 飯田 荒木 本田 吉川 東海林 樋口 永井 服部
  川崎 川村 片山 大橋 桐島 黒田 早川 星野 大谷 土屋 三宅 堀江 上村 川上 岩田 広瀬 須藤 相川 平田 中田 矢野 関根 野田 松下 荒井 大島 福島 小池 辻 吉村 成田 秋山 岡崎
  佐々木 長谷川 五十嵐 久保田 小野寺 大久保 佐久間 長谷部 宇都宮 日下部 曽我部 東 森 林 原 関 南 堀 岸`)

const KATAKANA_FAMILY = wordSet(
  'サトウ スズキ タカハシ タナカ イトウ ワタナベ ヤマモト ナカムラ コバヤシ カトウ ヨシダ ヤマダ ササキ ヤマグチ マツモト イノウエ キムラ ハヤシ シミズ サイトウ ヤマザキ モリ イケダ ハシモト ヤマシタ イシカワ',
)

const COMPOUND_KOREAN = wordSet('남궁 황보 제갈 사공 선우 서문 독고 동방')
const KOREAN = wordSet(
  '김이박최정강조윤장임한오서신권황안송류유홍전고문양손배백허남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용',
  '',
)

const none: NameHalves = { first: null, last: null, isSure: false }
const one = (word: string): NameHalves => ({ first: word, last: null, isSure: false })
const pair = (last: string, first: string, isSure = true): NameHalves => ({ first, last, isSure })

/** Splits the words of one such name; foreign words among them are weighed by `eastAsianName`'s caller. */
export function eastAsianName(text: string): NameHalves {
  // a foreign name spelled out keeps its order: «约翰·史密斯», «ジョン・スミス»
  const foreign = text.split(/\s*[·・‧•＝=]\s*/u).filter(Boolean)
  if (foreign.length > 1 && foreign.every((part) => ALL_EAST_ASIAN.test(part) && part.length < 12)) {
    const [first = '', ...rest] = foreign
    return pair(rest.at(-1) ?? '', first)
  }
  const words = text.split(/\s+/).filter((word) => EAST_ASIAN.test(word))
  while (
    words.length > 1 &&
    BEHIND.test(words.at(-1) ?? '') &&
    (words.at(-1) ?? '').replace(BEHIND, '') === ''
  )
    words.pop()
  while (words.length > 1 && NOT_A_NAME.test(words.at(-1) ?? '')) words.pop()
  const last = words.length - 1
  const bare = (words[last] ?? '').replace(BEHIND, '')
  if (bare.length > 1 || (bare && words.length > 1)) words[last] = bare
  const whole = words.join('')
  if (words.length === 0 || whole.length > 16 || NOT_A_NAME.test(whole)) return none
  if (words.length === 1) return unspaced(words[0] ?? '')
  if (words.length === 2) return spaced(words[0] ?? '', words[1] ?? '')
  // «김 민 수»
  return words.every((word) => word.length === 1) && words.length < 5 ? unspaced(whole) : none
}

function spaced(a: string, b: string): NameHalves {
  if (KATAKANA.test(a) && KATAKANA.test(b)) return KATAKANA_FAMILY.has(a) ? pair(a, b) : pair(b, a, false)
  if (KATAKANA.test(a) && HAN.test(b)) return pair(b, a, false)
  const isTurned = isFamily(b) && !isFamily(a) && (HANGUL.test(a) ? a.length > 1 : true)
  return isTurned ? pair(b, a) : pair(a, b, isFamily(a))
}

const isFamily = (word: string): boolean =>
  HANGUL.test(word)
    ? KOREAN.has(word) || COMPOUND_KOREAN.has(word)
    : CHINESE.has(word) || COMPOUND_CHINESE.has(word) || JAPANESE.has(word)

function unspaced(word: string): NameHalves {
  if (!ALL_EAST_ASIAN.test(word)) return none
  if (HANGUL.test(word)) return hangul(word)
  if (HAN.test(word)) return han(word)
  // «高橋みなみ», «クリス富岡»: the border is where the script changes
  const mixed = /^([\p{Script=Han}々ヶ]{1,3})([\p{Script=Hiragana}\p{Script=Katakana}ー]+)$/u.exec(word)
  if (mixed?.[1] && mixed[2]) return pair(mixed[1], mixed[2])
  const foreign = /^([\p{Script=Katakana}ー]+)([\p{Script=Han}々]{1,3})$/u.exec(word)
  return foreign?.[1] && foreign[2] ? pair(foreign[2], foreign[1], false) : one(word)
}

function hangul(word: string): NameHalves {
  if (word.length > 5) return none
  const two = word.slice(0, 2)
  if (word.length > 2 && COMPOUND_KOREAN.has(two)) return pair(two, word.slice(2))
  const isName = word.length > 1 && word.length < 5 && KOREAN.has(word[0] ?? '')
  return isName ? pair(word[0] ?? '', word.slice(1), word.length === 3) : one(word)
}

function han(word: string): NameHalves {
  const chars = Array.from(word)
  if (chars.length === 1) return one(word)
  if (chars.length > 6) return none
  const cut = (n: number, isSure: boolean): NameHalves =>
    pair(chars.slice(0, n).join(''), chars.slice(n).join(''), isSure)
  for (const n of [3, 2])
    if (chars.length > n && JAPANESE.has(chars.slice(0, n).join(''))) return cut(n, true)
  if (chars.length > 2 && COMPOUND_CHINESE.has(chars.slice(0, 2).join(''))) return cut(2, true)
  if (chars.length > 3) return cut(2, false)
  if (CHINESE.has(chars[0] ?? '')) return cut(1, true)
  return cut(chars.length === 3 && !JAPANESE.has(chars[0] ?? '') ? 2 : 1, false)
}
