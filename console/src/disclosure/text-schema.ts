import { TableKit } from '@tiptap/extension-table'
import StarterKit from '@tiptap/starter-kit'
import { Footnote } from './footnote.ts'
import { Picture } from './picture.ts'

/** What a text consists of: headings, lists, tables, notes, pictures. Fonts, colours and scripts have no place in it. */
export const TEXT_EXTENSIONS = [
  StarterKit.configure({
    heading: { levels: [2, 3, 4] },
    code: false,
    codeBlock: false,
    link: { openOnClick: false },
  }),
  Footnote,
  Picture,
  TableKit.configure({ table: { resizable: false } }),
]
