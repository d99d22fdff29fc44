import { PDFDocument } from '@cantoo/pdf-lib'

/** The pages of a PDF; `null` when it cannot be told. */
export async function pdfPageCount(bytes: Uint8Array): Promise<number | null> {
  try {
    return (await PDFDocument.load(bytes, { updateMetadata: false, ignoreEncryption: true })).getPageCount()
  } catch {
    return null
  }
}
