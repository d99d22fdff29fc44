import {
  attachmentsNamed,
  CONTENT_KINDS,
  type ContentKind,
  formFaults,
  isDocumentNumber,
  type LegalItemCode,
  legalItemsFor,
  needsBasisOfItsOwn,
  ORIGINS,
  type PlainDate,
  printedMarkFault,
  repairDocumentNumber,
  titleFaults,
} from '@mingfu/law'
import { plainTextOf } from './clean-html.ts'
import type { DocumentContent } from './document.ts'
import { headerFaults } from './header-fields.ts'

/** 栏目 of a document, as far as it limits what may stand in it. */
export type ColumnLimit = Readonly<{ title: string; kinds: readonly ContentKind[] }>

/** What is known about a document besides its content. */
export type Circumstances = Readonly<{
  isCorrection?: boolean
  column?: ColumnLimit | null
  /** Which list of 第二十一条 is the organ's. */
  level?: 'city-county' | 'town'
}>

/**
 * What stands in the way of a review, by field: one sentence each that says what to do. Empty when nothing does. What
 * the content form lacks stands under `form.` and the name of its field.
 */
export function submissionFaults(
  content: DocumentContent,
  attachmentCount: number,
  today: PlainDate,
  { isCorrection = false, column = null, level }: Circumstances = {},
): Readonly<Record<string, string>> {
  const faults: Record<string, string> = { ...headerFaults(content) }
  const fault = (field: keyof DocumentContent, is: boolean, sentence: string) => {
    if (is) faults[field] ??= sentence
  }
  const { title, documentNumber, writtenOn, effectiveOn, expiresOn, attribute } = content
  fault('title', /…|\.\.\./.test(title), titleFaults(title)[0] ?? '')
  fault('nodeId', column !== null && !mayHold(column, content.kind), columnSentence(column, content.kind))
  const bare = content.html === '' && attachmentCount === 0 && Object.keys(content.form).length === 0
  fault('html', bare, '请填写正文，或者上传附件')
  fault(
    'originOrgan',
    ORIGINS[content.origin].organ !== null && content.originOrgan === null,
    `请填写${ORIGINS[content.origin].organ ?? ''}的全称`,
  )
  for (const [name, sentence] of Object.entries(formFaults(content.kind, content.form))) {
    faults[`form.${name}`] = sentence
  }
  fault(
    'documentNumber',
    documentNumber !== null && !isDocumentNumber(documentNumber),
    numberSentence(documentNumber),
  )
  fault('writtenOn', writtenOn > today, '成文日期不能晚于今天，请核对')
  fault(
    'effectiveOn',
    effectiveOn !== null && effectiveOn < writtenOn && !content.earlyEffectReason,
    '施行日期早于成文日期，请核对；确是自以前的日期起施行的，写明原因',
  )
  fault(
    'expiresOn',
    expiresOn !== null && expiresOn < (effectiveOn ?? writtenOn),
    '有效期届满日早于施行日期，请核对',
  )
  fault(
    'attributeReason',
    attribute !== 'proactive' && !content.attributeReason,
    '不主动公开的，请写明依据和理由',
  )
  fault(
    'exemption',
    attribute !== 'proactive' && content.exemption === null,
    '不主动公开的，请选定法定理由的种类（条例第十四条至第十六条）',
  )
  fault('legalItem', level !== undefined && !isOffered(content.legalItem, level), itemSentence(level))
  fault(
    'legalBasis',
    attribute === 'proactive' &&
      needsBasisOfItsOwn(content.legalItem as LegalItemCode) &&
      !content.legalBasis,
    '选第（十五）项的，请写明哪一部法律、法规、规章或者国家有关规定要求公开',
  )
  const { unpublishOn } = content
  fault('unpublishOn', unpublishOn !== null && unpublishOn <= today, '公示期满的日期应当晚于今天')
  fault(
    'correctionNote',
    isCorrection && !content.correctionNote,
    '请写明更正说明：更正了什么；更正说明随正文公开',
  )
  const text = plainTextOf(content.html)
  const markFault = printedMarkFault(text, attribute)
  fault('attribute', markFault !== null, markFault ?? '')
  const missing = attachmentsNamed(text).filter((number) => number > attachmentCount)
  fault('html', missing.length > 0, `正文提到附件${missing.join('、')}，没有上传，请上传或者修改正文`)
  return faults
}

function isOffered(legalItem: string, level: 'city-county' | 'town'): boolean {
  return (legalItemsFor(level) as readonly string[]).includes(legalItem)
}

function itemSentence(level: Circumstances['level']): string {
  return level === 'town'
    ? '乡镇人民政府请选第二十条或者第二十一条中乡（镇）人民政府的事项'
    : '请选第二十条或者第二十一条中设区的市级、县级人民政府及其部门的事项'
}

/** 专栏姓专. */
export function mayHold({ kinds }: ColumnLimit, kind: ContentKind): boolean {
  return kinds.length === 0 || kinds.includes(kind)
}

function columnSentence(column: ColumnLimit | null, kind: ContentKind): string {
  if (column === null) return ''
  const kinds = column.kinds.map((each) => CONTENT_KINDS[each].label).join('、')
  return `“${column.title}”栏目只放${kinds}，“${CONTENT_KINDS[kind].label}”请另选栏目`
}

function numberSentence(text: string | null): string {
  const repaired = repairDocumentNumber(text ?? '')
  return repaired.granted
    ? `发文字号的写法应当是“${repaired.value}”`
    : '发文字号不规范，请按“机关代字〔年份〕序号号”的样式填写'
}
