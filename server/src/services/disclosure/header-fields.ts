import { CONTENT_KINDS, DOCUMENT_FIELDS, type DocumentField, missingFields } from '@mingfu/law'
import type { DocumentContent } from './document.ts'

type Written = Readonly<{ field: keyof DocumentContent; sentence: string }>

/** Where a drafter writes what every item shows, and what to do where it is blank. */
const WRITTEN: Readonly<Partial<Record<DocumentField, Written>>> = {
  title: { field: 'title', sentence: '请填写标题' },
  issuer: { field: 'issuer', sentence: '请填写发布机构的全称' },
  catalogueNode: { field: 'nodeId', sentence: '请选择目录栏目' },
  summary: { field: 'summary', sentence: '请填写内容概述，目录应当列明内容概述' },
  writtenOn: { field: 'writtenOn', sentence: '请填写成文日期' },
  attribute: { field: 'attribute', sentence: '请选择公开属性' },
  legalItem: { field: 'legalItem', sentence: '请选择条例第二十条、第二十一条的事项' },
  source: { field: 'source', sentence: '请填写来源' },
}

/** 必备要素 that stop a document, by field. */
export function headerFaults(content: DocumentContent): Readonly<Record<string, string>> {
  const { stops } = missingFields(content.kind, valuesOf(content))
  return Object.fromEntries(
    stops.map((name) => {
      const written = WRITTEN[name]
      if (written === undefined) throw new Error(`no place to write ${name}`)
      return [written.field, written.sentence]
    }),
  )
}

/** 要素 that the kind usually has and this document has not. */
export function headerHints(content: DocumentContent): readonly string[] {
  const { toCheck } = missingFields(content.kind, valuesOf(content))
  if (toCheck.length === 0) return []
  const labels = toCheck.map((name) => DOCUMENT_FIELDS[name].label).join('、')
  return [`${CONTENT_KINDS[content.kind].label}一般应当标明${labels}，没有填写，请核对`]
}

/** The source is the issuer unless another one is named, as the page prints it. */
function valuesOf(content: DocumentContent): Parameters<typeof missingFields>[1] {
  const { nodeId, source, issuer, keywords } = content
  const from = source || issuer || '本机关'
  return { ...content, catalogueNode: nodeId, keywords: keywords.join('，'), source: from }
}
