import { Node as EditorNode } from '@tiptap/react'
import { shownAddress } from './picture-address.ts'

const MISSING = '请填写图片说明，看不见图片的人会听到'

/**
 * 图片: one that has been uploaded, with the words for who does not see it in a field below it. Where they are missing the
 * field says so; without them the text is not released.
 */
export const Picture = EditorNode.create({
  name: 'picture',
  group: 'inline',
  inline: true,
  draggable: true,
  addAttributes: () => ({
    src: { default: null },
    alt: { default: '' },
    width: { default: null },
    height: { default: null },
  }),
  parseHTML: () => [{ tag: 'img[src^="/files/"]' }],
  renderHTML: ({ HTMLAttributes }) => ['img', HTMLAttributes],
  addNodeView() {
    return ({ node, editor, getPos }) => {
      const frame = document.createElement('span')
      frame.className = 'editor-picture'
      frame.contentEditable = 'false'
      const image = document.createElement('img')
      const words = document.createElement('input')
      words.type = 'text'
      words.maxLength = 200
      words.placeholder = MISSING
      words.setAttribute('aria-label', '图片说明')
      frame.append(image, words)

      function show({
        src = '',
        alt = '',
        width = null,
        height = null,
      }: Record<string, string | null>): void {
        image.src = shownAddress(src ?? '')
        image.alt = alt ?? ''
        if (width === null) image.removeAttribute('width')
        else image.setAttribute('width', width)
        if (height === null) image.removeAttribute('height')
        else image.setAttribute('height', height)
        if (words.value !== alt) words.value = alt ?? ''
        frame.classList.toggle('without-words', (alt ?? '').trim() === '')
      }

      words.addEventListener('change', () => {
        const position = getPos()
        if (position === undefined) return
        editor.view.dispatch(editor.state.tr.setNodeAttribute(position, 'alt', words.value.trim()))
      })
      show(node.attrs)
      return {
        dom: frame,
        // Typing in the field is no editing of the text.
        stopEvent: ({ target }) => target === words,
        ignoreMutation: () => true,
        update(changed) {
          if (changed.type.name !== 'picture') return false
          show(changed.attrs)
          return true
        },
      }
    }
  },
})
