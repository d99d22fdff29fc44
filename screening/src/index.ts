export {
  cleanPicture,
  type PictureKind,
  pictureKind,
  pictureSize,
  pictureTurn,
} from './clean/clean-picture.ts'
export { maskText } from './clean/mask-text.ts'
export * from './finding.ts'
export { UnreadableFile } from './layers/archive.ts'
export { readHtml } from './layers/html-layers.ts'
export type { FoundLink } from './layers/layer.ts'
export { type PageFault, pageFaults } from './page/page-faults.ts'
export { imageAsPdf } from './redaction/image-as-pdf.ts'
export {
  type PageSize,
  type RedactedPdf,
  RedactionFault,
  type RedactionMark,
  type RedactionProof,
} from './redaction/mark.ts'
export { pdfPageCount } from './redaction/page-count.ts'
export {
  pdfPagePicture,
  pdfPageSizes,
  pdfSuggestions,
  type RedactionOptions,
  redactPdf,
} from './redaction/redact-pdf.ts'
export type { SuggestedMark, Suggestions } from './redaction/suggest-marks.ts'
export { cleanOfficeFile, screenFile } from './screen-file.ts'
export { type ScreenedFile, screenLayers } from './screen-layers.ts'
export { type ScreeningLists, STANDARD_LISTS, screenTexts } from './screen-texts.ts'
export { STANDARD_WORDINGS } from './wording/standard-wordings.ts'
export { WORDING_KINDS, type Wording, type WordingKind } from './wording/wording.ts'
