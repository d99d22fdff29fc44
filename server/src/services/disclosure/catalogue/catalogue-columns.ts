import { LEGAL_ITEMS, type LegalItem, UPDATE_CLASSES, UPDATE_PERIODS } from '@mingfu/law'
import type { TemplateColumn } from '@mingfu/report'
import { ENTRY_LEVELS } from './catalogue-entry.ts'

/** What a column of a catalogue holds. Tick columns stand in the printed tables, the last five only in our template. */
export type CatalogueColumnId =
  | 'number'
  | 'level1'
  | 'level2'
  | 'level3'
  | 'content'
  | 'deadline'
  | 'basis'
  | 'unit'
  | 'channels'
  | 'audience'
  | 'audienceAll'
  | 'audienceSome'
  | 'mode'
  | 'modeProactive'
  | 'modeRequest'
  | 'level'
  | 'levelCounty'
  | 'levelTown'
  | 'updateClass'
  | 'period'
  | 'legalItem'
  | 'node'
  | 'mandatory'
  | 'note'

/** 表头用语: how the printed catalogues and our template name each column. */
export const HEADS: readonly (readonly [RegExp, CatalogueColumnId])[] = [
  [/^(序号|编号)$/, 'number'],
  [/^(一级(事项|栏目|目录)|公开事项|事项名称|公开事项名称)$/, 'level1'],
  [/^二级(事项|栏目|目录)$/, 'level2'],
  [/^三级(事项|栏目|目录)$/, 'level3'],
  [/^公开内容/, 'content'],
  [/^公开时限$/, 'deadline'],
  [/^公开依据$/, 'basis'],
  [/^(公开主体|责任(单位|科室|部门|主体))$/, 'unit'],
  [/^公开(渠道|形式|载体)/, 'channels'],
  [/^公开对象$/, 'audience'],
  [/^全社会$/, 'audienceAll'],
  [/^特定群体/, 'audienceSome'],
  [/^公开方式$/, 'mode'],
  [/^主动(公开)?$/, 'modeProactive'],
  [/^依申请(公开)?$/, 'modeRequest'],
  [/^公开层级$/, 'level'],
  [/^(市、?)?县(、?区)?级$/, 'levelCounty'],
  [/^乡/, 'levelTown'],
  [/^更新类别$/, 'updateClass'],
  [/^更新周期$/, 'period'],
  [/^法定(事项|主动公开内容)$/, 'legalItem'],
  [/^对应栏目$/, 'node'],
  [/^必须公开$/, 'mandatory'],
  [/^备注$/, 'note'],
]

/** `A20_01 行政法规、规章和规范性文件`: the code tells apart what 第二十一条 names twice. */
export const LEGAL_ITEM_CHOICES = (Object.entries(LEGAL_ITEMS) as [string, LegalItem][]).map(
  ([code, { label }]) => `${code} ${label}`,
)

/** 填写模板的各列. `nodes` are the organ's own columns. */
export function templateColumns(nodes: readonly string[]): readonly TemplateColumn[] {
  const choices = (table: Readonly<Record<string, { label: string }>>) =>
    Object.values(table).map(({ label }) => label)
  return [
    column('序号', 6, false, '可以不填。'),
    column('一级事项', 20, true, '例如：行政规范性文件。'),
    column('二级事项', 20, false, '没有的不填。'),
    column('三级事项', 20, false, '没有的不填。'),
    column('公开内容（要素）', 40, true, '应当公开哪些内容，例如：标题、文号、成文日期、正文、有效性。'),
    column('公开时限', 24, true, '例如：自信息形成或者变更之日起20个工作日内；每年1月31日前；实时公开。'),
    column(
      '公开依据',
      36,
      true,
      '几项依据之间用分号隔开，或者各以【法律】【法规】【规章】【政策文件】开头。',
    ),
    column('公开主体', 18, true, '负责公开的单位或者内设机构。'),
    column(
      '公开渠道和载体',
      30,
      true,
      '■选定、□未选，例如：■政府网站 □政府公报 ■公开查阅点；可以选择的，写明“（可选）”。',
    ),
    column('公开对象', 12, false, '全社会，或者写明特定群体。', ['全社会', '特定群体']),
    column('公开方式', 10, true, '主动或者依申请。', ['主动', '依申请']),
    column('公开层级', 14, true, '由哪一级公开。', Object.values(ENTRY_LEVELS)),
    column('更新类别', 14, true, '怎样算更新及时，用于更新情况检查。', choices(UPDATE_CLASSES)),
    column('更新周期', 10, false, '更新类别为“定期发布”的选择。', choices(UPDATE_PERIODS)),
    column(
      '法定事项',
      30,
      true,
      '条例第二十条、第二十一条中的哪一项；多项的用分号隔开。',
      LEGAL_ITEM_CHOICES,
    ),
    column('对应栏目', 24, false, '信息在本机关的哪个栏目显示。', nodes),
    column('必须公开', 10, false, '不填的为“是”；选“否”的不计入缺项。', ['是', '否']),
    column('备注', 24, false, '待核对的事项等，不公开。'),
  ]
}

function column(
  title: string,
  width: number,
  required: boolean,
  hint: string,
  choices?: readonly string[],
): TemplateColumn {
  return {
    title,
    width,
    required,
    hint,
    ...(choices === undefined || choices.length === 0 ? {} : { choices }),
  }
}
