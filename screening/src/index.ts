export * from './finding.ts'
export { imageAsPdf } from './redaction/image-as-pdf.ts'
export {
  type PageSize,
  type RedactedPdf,
  RedactionFault,
  type RedactionMark,
  type RedactionProof,
} from './redaction/mark.ts'
export { pdfPageCount } from './redaction/page-count.ts'
export { pdfPagePicture, pdfPageSizes, type RedactionOptions, redactPdf } from './redaction/redact-pdf.ts'
export { screenTexts } from './screen-texts.ts'
