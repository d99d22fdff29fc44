import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib'
import { renderPdf } from '../../../../documents/src/index.ts'

/** Invented; each stands in another place of the file. */
export const SECRETS = {
  text: '张三丰身份证号110105194912310024',
  metadata: '李四审批意见',
  annotation: '王五批注内部电话',
  attachment: '赵六附件薪酬清单',
  bookmark: '孙七书签名称',
  script: 'planted-script-secret',
  layer: 'planted-layer-secret',
  field: 'planted-field-secret',
  revision: 'planted-revision-secret',
} as const

/** A letter with a secret in its text, and one in every other place that a PDF has for one. */
export async function plantedPdf(): Promise<Uint8Array> {
  const letter = await renderPdf({
    layout: 'report',
    title: '关于核查情况的报告',
    blocks: [
      { kind: 'paragraph', text: '现将核查情况报告如下。' },
      { kind: 'paragraph', text: SECRETS.text },
      { kind: 'paragraph', text: '以上情况属实。' },
    ],
  })
  const document = await PDFDocument.load(letter)
  document.setAuthor(SECRETS.metadata)
  document.setKeywords([SECRETS.metadata])
  await document.attach(Buffer.from(SECRETS.attachment), `${SECRETS.attachment}.txt`, {
    mimeType: 'text/plain',
    description: SECRETS.attachment,
  })
  document.addJavaScript('main', `app.alert("${SECRETS.script}")`)
  const [page] = document.getPages()
  if (page === undefined) throw new Error('the letter has no page')
  const { context } = document
  const note = context.obj({
    Type: 'Annot',
    Subtype: 'Text',
    Rect: [72, 700, 92, 720],
    Contents: PDFString.of(Buffer.from(SECRETS.annotation).toString('latin1')),
  })
  page.node.addAnnot(context.register(note))
  const group = context.register(context.obj({ Type: 'OCG', Name: PDFString.of(SECRETS.layer) }))
  document.catalog.set(
    PDFName.of('OCProperties'),
    context.obj({ OCGs: [group], D: { OFF: [group], Order: [group] } }),
  )
  document.getForm().createTextField(SECRETS.field).setText(SECRETS.field)
  return withEarlierRevision(await document.save({ useObjectStreams: false }))
}

/** As an editor that only appends leaves it: what stood there before is still in the bytes. */
function withEarlierRevision(pdf: Uint8Array): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1')
  const start = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1]
  const size = /\/Size (\d+)/.exec(text)?.[1]
  const root = /\/Root (\d+ \d+ R)/.exec(text)?.[1]
  const at = pdf.length
  const object = `${size} 0 obj\n(${SECRETS.revision})\nendobj\n`
  const table = `xref\n${size} 1\n${String(at).padStart(10, '0')} 00000 n \n`
  const trailer = `trailer\n<< /Size ${Number(size) + 1} /Root ${root} /Prev ${start} >>\nstartxref\n${at + object.length}\n%%EOF\n`
  return new Uint8Array(Buffer.concat([pdf, Buffer.from(object + table + trailer, 'latin1')]))
}
