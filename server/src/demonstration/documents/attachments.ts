import { utils, write } from '@e965/xlsx'
import { type Block, renderDocx, renderPdf } from '@mingfu/documents'

/** A file that hangs on a document of the demonstration, made when it is played. */
export type DemonstrationFile = Readonly<{ title: string; name: string; make(): Promise<Uint8Array> }>

type Rows = readonly (readonly (string | number)[])[]

/** 预算支出表: two sheets, as a finance bureau hands them in. */
export const BUDGET_TABLES: DemonstrationFile = {
  title: '2026年一般公共预算收支表',
  name: '2026年一般公共预算收支表.xlsx',
  make: async () =>
    workbook({
      收入: [
        ['2026年一般公共预算收入表'],
        ['科目', '上年执行数（万元）', '预算数（万元）', '增减'],
        ['税收收入', 26_840, 28_100, '4.7%'],
        ['其中：增值税', 9860, 10_300, '4.5%'],
        ['企业所得税', 4120, 4300, '4.4%'],
        ['契税', 3650, 3600, '-1.4%'],
        ['非税收入', 10_280, 10_500, '2.1%'],
        ['合计', 37_120, 38_600, '4.0%'],
      ],
      支出: [
        ['2026年一般公共预算支出表'],
        ['科目', '上年执行数（万元）', '预算数（万元）', '增减'],
        ['教育支出', 13_510, 14_200, '5.1%'],
        ['社会保障和就业支出', 8293, 8650, '4.3%'],
        ['农林水支出', 9133, 9380, '2.7%'],
        ['节能环保支出', 2865, 3120, '8.9%'],
        ['其他支出', 17_229, 17_050, '-1.0%'],
        ['合计', 51_030, 52_400, '2.7%'],
      ],
    }),
}

/** 报名登记表: a form to fill in, as Word. */
export const ENTRY_FORM: DemonstrationFile = {
  title: '公开招聘教师报名登记表',
  name: '公开招聘教师报名登记表.docx',
  make: () => renderDocx({ layout: 'report', title: '公开招聘教师报名登记表', blocks: ENTRY_FORM_BLOCKS }),
}

/** 泊位一览表, as PDF. */
export const PARKING_TABLE: DemonstrationFile = {
  title: '城区道路停车泊位一览表',
  name: '城区道路停车泊位一览表.pdf',
  make: () =>
    renderPdf({
      layout: 'report',
      title: '城区道路停车泊位一览表',
      blocks: [
        { kind: 'paragraph', text: '下列路段设有道路停车泊位，其余路段不得停放。' },
        table(
          '道路停车泊位',
          ['路段', '起止', '泊位数', '停放时间'],
          [
            ['莲花大道', '迎宾路至滨河路', '86', '全天'],
            ['滨河路', '莲花大道至水库路', '42', '7时至21时'],
            ['建设路', '中心小学以东', '30', '放学时段除外'],
            ['水库路', '大坝游客中心两侧', '58', '全天'],
          ],
        ),
      ],
    }),
}

const ENTRY_FORM_BLOCKS: readonly Block[] = [
  { kind: 'paragraph', text: '报考人员如实填写，签名后与资格证书复印件一并提交。' },
  table(
    '报名登记',
    ['项目', '填写', '项目', '填写'],
    [
      ['姓名', '', '性别', ''],
      ['出生年月', '', '民族', ''],
      ['毕业院校', '', '所学专业', ''],
      ['教师资格种类', '', '任教学科', ''],
      ['报考岗位', '', '联系电话', ''],
    ],
  ),
  { kind: 'heading', level: 1, text: '填写说明' },
  {
    kind: 'list',
    ordered: true,
    items: ['报考岗位按公告所列岗位代码填写。', '没有教师资格证书的，填写“待取得”。'],
  },
  { kind: 'paragraph', text: '本人承诺以上内容真实。' },
]

function table(caption: string, head: readonly string[], rows: Rows): Block {
  return {
    kind: 'table',
    caption,
    columns: head.map(() => 1),
    headerRows: 1,
    size: 'body',
    rows: [
      head.map((text) => ({ text, header: 'column' as const })),
      ...rows.map((row) => row.map((text) => ({ text: String(text) }))),
    ],
  }
}

function workbook(sheets: Readonly<Record<string, Rows>>): Uint8Array {
  const book = utils.book_new()
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]))
    sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 3 } }]
    utils.book_append_sheet(book, sheet, name)
  }
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true }))
}
