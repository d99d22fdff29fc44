import { entriesOf } from '../../disclosure/starter/area.ts'
import { STARTER_AREAS } from '../../disclosure/starter/area-catalogue.ts'
import { basicStarter, STARTER_ORGANS, type StarterOrgan } from '../../disclosure/starter/basic-catalogue.ts'
import { BASIC_LINES } from '../../disclosure/starter/basic-lines.ts'
import { STARTER_LIMITS, STARTER_NOTES, type StarterEntry } from '../../disclosure/starter/starter-entry.ts'
import { page, table } from './markdown.ts'

const ORGANS = Object.keys(STARTER_ORGANS) as StarterOrgan[]

/** 起步目录: what each kind of organ begins with, and the standard catalogues. */
export function cataloguePage(): string {
  const lines = new Map(ORGANS.flatMap((organ) => basicStarter(organ)).map((entry) => [keyOf(entry), entry]))
  return page(
    '起步目录',
    '“公开事项”页上“从起步目录建立”所用的内容：按条例整理的主动公开基本目录，按试点标准整理的26个领域标准目录。都是供修改的起点，以主管部门印发的目录为准。',
    [
      '## 主动公开基本目录',
      `“应当”的，这类机关都有；“有的”，有这项职权或者事项的公开，不计入缺项。时限：${Object.values(
        STARTER_LIMITS,
      )
        .map(({ words }) => words)
        .join('；')}。`,
      table(
        [
          '一级事项',
          '二级事项',
          '公开内容（要素）',
          '公开时限',
          '公开依据',
          ...ORGANS.map((organ) => STARTER_ORGANS[organ].label),
        ],
        [...lines.values()].map((entry) => [
          ...entry.path,
          entry.contentRequired,
          entry.deadline,
          entry.basis.join('；'),
          ...ORGANS.map((organ) => owed(entry, organ)),
        ]),
      ),
      '## 试点领域标准目录',
      `备注“${STARTER_NOTES.pilot}”的，事项名称与公开印发的目录核对过；加*的没有核对过，导入后标明“待核对”。公开内容是我们自己的概括。`,
      ...STARTER_AREAS.flatMap((area) => [
        `### ${area.label}`,
        `公开主体：${area.unit}。依据：${area.basis.join('；')}。`,
        table(
          ['一级事项', '二级事项', '公开内容（要素）', '公开时限'],
          entriesOf(area).map(({ path, contentRequired, deadline, note }) => [
            path[0] ?? '',
            `${path[1] ?? ''}${note === STARTER_NOTES.unconfirmed ? '*' : ''}`,
            contentRequired,
            deadline,
          ]),
        ),
      ]),
    ],
  )
}

function keyOf({ path, column }: StarterEntry): string {
  return `${column?.code} ${path.join('/')}`
}

function owed(entry: StarterEntry, organ: StarterOrgan): string {
  const { letter } = STARTER_ORGANS[organ]
  const line = BASIC_LINES.find(({ group, code }) => `${group}-${code}` === entry.column?.code)
  if (line?.organs.includes(letter.toUpperCase())) return '应当'
  return line?.organs.includes(letter) ? '有的' : '—'
}
