import { TRADITIONAL_REPAIRS, TRADITIONAL_SWAPS } from '@mingfu/law'

/**
 * Traditional characters of the words that labels, headings and titles of the report are made of. It folds labels
 * for recognition; it is no converter for running text.
 */
const PAIRS =
  '條条項项訊讯開开數数製制現现規规範范認认強强徵征業业費费務务對对監监權权獲获購购總总額额報报讀读請请議议訴诉訟讼維维糾纠結结續续辦办處处無无關关機机構构' +
  '組组織织團团體体個个與与為为證证審审計计說说問问題题進进況况發发動动統统標标準准級级縣县區区鄉乡鎮镇廳厅會会員员責责給给遞递減减單单萬万圓圆採采質质檢检' +
  '獎奖勵励賠赔償偿復复覆复後后經经過过來来須须應应該该細细則则屬属國国際际祕秘護护傳传調调舉举訪访類类複复書书確确據据執执掛挂網网聯联係系繫系於于歷历曆历' +
  '長长門门間间電电話话號号郵邮編编頁页稱称礙碍險险陰阴陽阳雲云龍龙灣湾廣广東东蘇苏濟济漢汉貴贵遼辽瀋沈齊齐爾尔濱滨寧宁臺台營营興兴豐丰華华義义衛卫態态環环' +
  '農农漁渔糧粮財财稅税資资產产運运輸输設设僅仅這这種种樣样點点線线麵面隻只併并內内裡里兩两從从眾众優优億亿價价傷伤儲储兒儿冊册凍冻別别劃划勞劳協协參参雙双' +
  '變变啟启園园圍围圖图場场塊块壓压壞坏壽寿夠够奪夺婦妇媽妈學学實实寫写寬宽專专將将導导層层島岛帶带幣币庫库廠厂張张彙汇徑径戶户擴扩攜携敵敌斷断時时極极樓楼' +
  '殺杀氣气決决沒没測测滿满災灾爭争狀状獨独畫画疊叠盡尽盤盘礦矿禮礼積积穩稳窮穷競竞筆笔築筑簡简純纯紙纸紅红終终絕绝綜综緊紧練练縮缩績绩繳缴罰罚習习職职聲声' +
  '聽听臨临舊旧藥药補补裝装見见視视親亲覺觉觀观觸触訂订討讨訓训託托記记許许診诊評评詢询試试詳详語语誤误課课談谈論论講讲識识譯译讓让負负貨货貧贫販贩貼贴賣卖' +
  '賓宾賴赖贈赠趕赶蹟迹車车軍军軟软輕轻載载輔辅輪轮辭辞邊边適适選选還还鄰邻醫医釋释針针鈔钞銀银銷销鋪铺錄录錢钱錯错鍵键鐵铁鑒鉴閉闭閱阅陳陈陸陆隊队階阶隨随' +
  '雜杂離离難难靈灵靜静頂顶順顺預预領领頭头頻频願愿顧顾風风飛飞飯饭飲饮館馆馬马駐驻驗验黨党佈布週周註注鑑鉴啓启佔占瞭了佇伫彆别麽么麼么樹树橋桥禦御遠远達达' +
  '違违遲迟鋒锋讚赞顯显飾饰養养駕驾騙骗鬆松鬥斗齡龄聞闻膚肤薦荐蓋盖藝艺裏里覽览詞词謀谋謝谢譽誉貸贷賬账賽赛趨趋躍跃轄辖轉转遺遗鄭郑釀酿錶表鎖锁鏈链闊阔隱隐' +
  '隸隶雖虽韓韩響响頒颁頓顿廢废繼继當当綱纲夥伙佔占衝冲製制訛讹鄧邓陝陕莊庄務务圍围壘垒懸悬擬拟擔担斂敛曉晓棄弃構构榮荣權权歸归殘残毀毁滯滞澤泽煙烟牽牵異异療疗禍祸籌筹糾纠納纳紛纷級级細细終终絡络維维緣缘緩缓縱纵纏缠罷罢羅罗聰聪肅肃脫脱腦脑蘭兰蟲虫襲袭訊讯計计託托詞词詐诈誡诫誠诚諮咨諾诺證证譜谱豫豫貢贡貸贷賀贺賠赔贊赞軌轨輔辅輯辑遲迟鄉乡釐厘銜衔鎖锁閱阅關关陣阵陰阴隱隐霧雾靈灵韻韵項项順顺頒颁預预頗颇顆颗題题飾饰餘余駁驳驅驱驟骤鹽盐'

const SIMPLIFIED: ReadonlyMap<string, string> = new Map([
  ...pairsOf(PAIRS),
  ...TRADITIONAL_REPAIRS.map(([from, to]) => [from, to] as const),
])

const ANY = new RegExp(
  `[${[...SIMPLIFIED.keys()].join('')}]|${TRADITIONAL_SWAPS.map(([from]) => from).join('|')}`,
  'u',
)

/** 繁体转简体, for labels: words that differ in the two scripts first, then character by character. */
export function toSimplified(text: string): string {
  if (!ANY.test(text)) return text
  let swapped = text
  for (const [from, to] of TRADITIONAL_SWAPS) swapped = swapped.replaceAll(from, to)
  return Array.from(swapped, (character) => SIMPLIFIED.get(character) ?? character).join('')
}

function pairsOf(pairs: string): (readonly [string, string])[] {
  const characters = Array.from(pairs)
  const found: (readonly [string, string])[] = []
  for (let index = 0; index + 1 < characters.length; index += 2) {
    found.push([characters[index] ?? '', characters[index + 1] ?? ''])
  }
  return found
}
