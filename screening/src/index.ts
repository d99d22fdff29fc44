export * from './finding.ts'
export {
  type PageSize,
  type RedactedPdf,
  RedactionFault,
  type RedactionMark,
  type RedactionProof,
} from './redaction/mark.ts'
export { pdfPagePicture, pdfPageSizes, type RedactionOptions, redactPdf } from './redaction/redact-pdf.ts'
export { screenTexts } from './screen-texts.ts'
