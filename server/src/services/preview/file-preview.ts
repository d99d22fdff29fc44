import { notShown, type Preview, type Reader, shownAs, without } from './preview.ts'

/** How a file is to be shown, with the pages where it is shown as such. */
export type FilePreview = Preview & Readonly<{ shownAs: 'pdf' | 'picture' | 'pages' | 'nothing' }>

/** 预览 of a file of this name; only what has to be read is made. */
export async function filePreview(
  name: string,
  make: (reader: Reader) => Promise<Preview>,
): Promise<FilePreview> {
  const shown = shownAs(name)
  if (shown === 'pdf' || shown === 'picture') return { shownAs: shown, pages: [], notes: [], fault: null }
  const preview = shown === null ? without(notShown(name)) : await make(shown)
  return { ...preview, shownAs: preview.fault === null ? 'pages' : 'nothing' }
}
