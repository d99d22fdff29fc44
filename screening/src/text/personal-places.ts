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
  /(?:家庭)?住址|家庭地址|户籍(?:所在)?地|现住|居住|家住|户主|(?:申请|被执行|当事|受助|监护)人|村民|居民|姓名|身份证|(?:男|女)[，,、]|同志|收件人|联系人家/
/** “张某，住某某镇……”: where somebody lives. */
const LIVES = /(?:^|[，,。；;、 \t])(?:现)?住(?!房|宿|建|所|址)/
const COLUMN = /(?:家庭住址|家庭地址|户籍地址|居住地址|现住址|住址|住所)/
const OFFICE =
  /办公|单位|公司|企业|机关|政府|大楼|大厅|中心|委员会|办事处地|地点|会议|站址|校址|场所|厂|医院|学校|项目|工程|位于|坐落|指南|邮寄|窗口|统一社会信用代码|局|所在地/

/** Villages in general, and none by name: 农村村民一户只能拥有一处宅基地. */
const ANY_VILLAGE = /(?:农|乡|各|每|本|该|全|行政|自然|城中|驻)村$/

/** 个人住址: a place below the township that the words around it give to a person. */
export function findAddresses(text: string): readonly Hit[] {
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
      isFlat ||
      (index > hasColumn && isCell(text, index))
    if (!isPersons || (OFFICE.test(inside) && !/住址|家庭地址|户籍|现住|家住/.test(inside))) return []
    return [
      {
        rule: 'PUB-63',
        level: 'block',
        certainty: 'likely',
        at: index,
        length: match[0].length,
        message: '有个人住址，请只写到乡镇、街道',
        masked:
          township.replace(/^.*?(?=[\p{Script=Han}]{1,6}(?:街道|乡|镇))/u, '') === ''
            ? '（住址略）'
            : township,
      },
    ]
  })
}

function nameFollows(after: string): boolean {
  const word = /^[（(，, ]?(?<name>\p{Script=Han}[某×*]{1,2}|\p{Script=Han}{2,3})(?!\p{Script=Han})/u.exec(
    after,
  )
  return word?.groups?.name !== undefined && looksLikeName(word.groups.name)
}

/** A cell of a table stands between tabs. */
function isCell(text: string, at: number): boolean {
  const start = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\t', at - 1))
  return text[start] === '\t' || text.slice(at).split('\n', 1)[0]?.includes('\t') === true
}
