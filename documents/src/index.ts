export { type Bound, bindPdf, type Sheet } from './bind-pdf.ts'
export { DocumentError } from './document-error.ts'
export { renderDocx } from './docx.ts'
export { type FontOptions, fontDirectories, missingGlyphs } from './fonts.ts'
export { type FormLine, formTable } from './form-table.ts'
export { type HtmlOptions, renderHtml, renderHtmlFragment } from './html.ts'
export type {
  Attachments,
  Block,
  Cell,
  Heading,
  List,
  Masthead,
  Note,
  OfficialDocument,
  PageBreak,
  Paragraph,
  Picture,
  Remedy,
  Signature,
  Table,
} from './model.ts'
export { type PdfOptions, renderPdf } from './pdf.ts'
export { pictureWords } from './picture-size.ts'
export { type QrStamp, stampQr } from './stamp-qr.ts'
export { startColumns } from './table-grid.ts'
