import type { Hit } from '../finding.ts'
import { looksLikeName } from './surname.ts'

const NUMBER = '(?:\\d{1,5}|[一二三四五六七八九十百]{1,4})'
const BELOW = `(?:${NUMBER}(?:[-—]\\d{1,4}){0,3}(?:号|组|队|栋|幢|座|楼|单元|室|户)(?:院|楼|附\\d{1,3}号)?)`
/** Down to the township, then village, street or estate, then group, house and flat. */
const ADDRESS = new RegExp(
  `(?<township>[\\p{Script=Han}]{1,12}?(?:街道办事处|街道|乡|镇|苏木))?` +
    `(?<place>[\\p{Script=Han}\\dA-Za-z·]{1,14}?(?:村|社区|小区|花园|苑|路|街|巷|弄|大道|胡同|庄|屯|湾|家属院|新区|嘎查))` +
    `(?<rest>[\\p{Script=Han}]{0,8}?${BELOW}+)`,
  'gu',
)
/** “村民一户”“某村120户” count households; 户 is part of an address only behind a group or a house. */
const HOUSEHOLDS = new RegExp(`^[\\p{Script=Han}]{0,8}?${NUMBER}户$`, 'u')
const PERSONAL =
  /(?:家庭)?住址|家庭地址|户籍(?:所在)?地|现住|居住|家住|户主|(?:申请|被执行|当事|受助|监护|被征收|被拆迁|被处罚|死亡|受伤)人|村民|居民|姓名|身份证|(?:男|女)[，,、]|同志|收件人|联系人家/
/** “张某，住某某镇……”: where somebody lives. */
const LIVES = /(?:^|[，,。；;、 \t])(?:现)?住(?!房|宿|建|所|址)/
const COLUMN = /(?:家庭住址|家庭地址|户籍地址|居住地址|现住址|住址|住所)/
const OFFICE =
  /办公|单位|公司|企业|机关|政府|大楼|大厅|中心|委员会|办事处地|地点|会议|站址|校址|场所|厂|医院|学校|项目|工程|位于|坐落|指南|邮寄|窗口|统一社会信用代码|局|所在地/

/** Villages in general, and none by name: 农村村民一户只能拥有一处宅基地. */
const ANY_VILLAGE = /(?:农|乡|各|每|本|该|全|行政|自然|城中|驻)村$/

/** 个人住址: a place below the township that the words around it, or the head of its column, give to a person. */
export function findAddresses(text: string): readonly Hit[] {
  const inText = addressesInText(text)
  const inColumns = addressesInColumns(text).filter(
    ({ at, length }) => !inText.some((hit) => hit.at < at + length && hit.at + hit.length > at),
  )
  return [...inText, ...inColumns]
}

/** Whatever stands under 家庭住址 and says more than the township, by any name: 幸福里3-2-501. */
function addressesInColumns(text: string): readonly Hit[] {
  const hits: Hit[] = []
  let column = -1
  let apart = 0
  let at = 0
  for (const line of text.split('\n')) {
    const cells = line.split('\t')
    // A cell may be of two lines; two lines that are no row end the table.
    apart = cells.length > 1 ? 0 : apart + 1
    if (apart > 1) column = -1
    const cell = cells[column] ?? ''
    if (cells.length > 1 && cells.some((each) => ANY_HEAD.test(each.trim())))
      column = cells.findIndex((each) => HEADS.test(each.trim()))
    else if (cells.length > 1 && BELOW_TOWNSHIP.test(cell)) {
      const start = at + cells.slice(0, column).reduce((sum, { length }) => sum + length + 1, 0)
      hits.push(address(start, cell.length, townshipOf(cell)))
    }
    at += line.length + 1
  }
  return hits
}

const ANY_HEAD = /^(?:序号|姓\s*名|户主|.{0,6}(?:名称|地址|住址|居住地)(?:[（(].*)?)$/
/** The head of a column alone, not the head of an organ's own table. */
const HEADS = /^(?:家庭|居住|户籍|现|详细)?(?:住址|居住地址|家庭地址|户籍地址|居住地)(?:[（(].*)?$/
const BELOW_TOWNSHIP =
  /\p{Script=Han}[^*]*(?:\d|[一二三四五六七八九十](?:组|队|号|栋|幢|单元|楼))|(?:村|组|社区|小区)[^*]*$/u

function townshipOf(cell: string): string {
  return /^.*?(?:街道办事处|街道|乡|镇)/.exec(cell)?.[0] ?? ''
}

function address(at: number, length: number, township: string): Hit {
  return {
    rule: 'PUB-63',
    level: 'block',
    certainty: 'likely',
    at,
    length,
    message: '有个人住址，请只写到乡镇、街道',
    masked: township === '' ? '（住址略）' : township,
  }
}

function addressesInText(text: string): readonly Hit[] {
  const hasColumn = COLUMN.exec(text)?.index ?? Number.POSITIVE_INFINITY
  return [...text.matchAll(ADDRESS)].flatMap((match): Hit[] => {
    const { index = 0, groups = {} } = match
    const lineStart = text.lastIndexOf('\n', index) + 1
    const before = text.slice(Math.max(lineStart, index - 30), index)
    const after = text.slice(index + match[0].length, index + match[0].length + 8)
    if (ANY_VILLAGE.test(groups.place ?? '')) return []
    const township = groups.township ?? ''
    const inside = `${before}${township}${groups.rest}`
    if (HOUSEHOLDS.test(groups.rest ?? '')) return []
    const isFlat = /单元|室|栋|幢/.test(groups.rest ?? '')
    const isPersons =
      PERSONAL.test(inside) ||
      LIVES.test(inside) ||
      nameFollows(after) ||
      nameBefore(before) ||
      isFlat ||
      (index > hasColumn && isCell(text, index))
    if (!isPersons || (OFFICE.test(inside) && !/住址|家庭地址|户籍|现住|家住/.test(inside))) return []
    const isBare = township.replace(/^.*?(?=[\p{Script=Han}]{1,6}(?:街道|乡|镇))/u, '') === ''
    return [address(index, match[0].length, isBare ? '' : township)]
  })
}

function nameFollows(after: string): boolean {
  const word = /^[（(，, ]?(?<name>\p{Script=Han}[某×*]{1,2}|\p{Script=Han}{2,3})(?!\p{Script=Han})/u.exec(
    after,
  )
  return word?.groups?.name !== undefined && looksLikeName(word.groups.name)
}

/** 低保户刘某某（皇路店镇王庄村8组）: who it is stands before the bracket. */
const WHOSE =
  /(?:低保|五保|特困|贫困|脱贫|监测|危房|受灾|搬迁)(?:户|人员|对象|家庭)?[:：]?(?<name>\p{Script=Han}[某×*\p{Script=Han}]{1,2})[ （(，,]{1,2}$/u

function nameBefore(before: string): boolean {
  const name = WHOSE.exec(before)?.groups?.name
  return name !== undefined && looksLikeName(name)
}

/** A cell of a table stands between tabs. */
function isCell(text: string, at: number): boolean {
  const start = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\t', at - 1))
  return text[start] === '\t' || text.slice(at).split('\n', 1)[0]?.includes('\t') === true
}
