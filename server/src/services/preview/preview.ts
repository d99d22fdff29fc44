/** 预览: a file as web pages, each light enough to be one; or the sentence that says why there are none. */
export type Preview = Readonly<{
  /** Clean HTML, one a page. */
  pages: readonly string[]
  /** What of the file the pages do not show, in sentences without a full stop. */
  notes: readonly string[]
  fault: string | null
}>

/** Who turns a kind of file into pages. */
export type Reader = 'word' | 'old-word' | 'sheets' | 'lines'

/** How a file is shown: by the browser itself, as pages that a reader made, or not at all. */
export type ShownAs = 'pdf' | 'picture' | Reader | null

const SHOWN: Readonly<Record<string, ShownAs>> = {
  pdf: 'pdf',
  png: 'picture',
  jpg: 'picture',
  jpeg: 'picture',
  gif: 'picture',
  docx: 'word',
  doc: 'old-word',
  wps: 'old-word',
  xlsx: 'sheets',
  xls: 'sheets',
  et: 'sheets',
  csv: 'sheets',
  txt: 'lines',
}

export function shownAs(name: string): ShownAs {
  return SHOWN[extensionOf(name)] ?? null
}

export function extensionOf(name: string): string {
  return /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
}

/** Why a file of such a name cannot be shown. */
export function notShown(name: string): string {
  const extension = extensionOf(name).toUpperCase()
  return `${extension === '' ? '这种' : extension}文件不能在网页上预览，请下载后用相应的软件打开`
}

export function without(fault: string): Preview {
  return { pages: [], notes: [], fault }
}
