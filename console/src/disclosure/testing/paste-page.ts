import { Editor } from '@tiptap/react'
import { TEXT_EXTENSIONS } from '../text-schema.ts'
import { fromWord } from '../word-html.ts'

// A page with the editor's own schema, for a test that pastes into it as a browser does.
const editor = new Editor({
  element: document.querySelector('#editor') ?? document.body,
  injectCSS: false,
  extensions: TEXT_EXTENSIONS,
  editorProps: { transformPastedHTML: fromWord },
})

Object.assign(globalThis, {
  paste(html: string): string {
    editor.commands.clearContent()
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', html)
    clipboardData.setData('text/plain', '粘贴')
    const options = { clipboardData, bubbles: true, cancelable: true }
    editor.view.dom.dispatchEvent(new ClipboardEvent('paste', options))
    return editor.getHTML()
  },
})
