import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** The text of every page of a PDF, without white space, as a reader of the file would copy it. */
export async function pdfPages(pdf: Uint8Array): Promise<readonly string[]> {
  // The reader takes the buffer for itself, so it gets a copy.
  const task = getDocument({ data: pdf.slice(), verbosity: 0 })
  const file = await task.promise
  const pages: string[] = []
  for (let number = 1; number <= file.numPages; number += 1) {
    const content = await (await file.getPage(number)).getTextContent()
    pages.push(
      content.items
        .map((item) => ('str' in item ? item.str : ''))
        .join('')
        .replaceAll(/\s/g, ''),
    )
  }
  await task.destroy()
  return pages
}

/** How many pictures each page of a PDF shows. */
export async function pdfPictures(pdf: Uint8Array): Promise<readonly number[]> {
  const task = getDocument({ data: pdf.slice(), verbosity: 0 })
  const file = await task.promise
  const counts: number[] = []
  for (let number = 1; number <= file.numPages; number += 1) {
    const { fnArray } = await (await file.getPage(number)).getOperatorList()
    counts.push(fnArray.filter((operator) => operator === OPS.paintImageXObject).length)
  }
  await task.destroy()
  return counts
}
