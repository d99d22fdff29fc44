import { Node as EditorNode } from '@tiptap/react'

/** 脚注: written where it belongs, and numbered and printed below by the page that shows the text. */
export const Footnote = EditorNode.create({
  name: 'footnote',
  group: 'inline',
  inline: true,
  content: 'text*',
  marks: '',
  parseHTML: () => [{ tag: 'small' }],
  renderHTML: ({ HTMLAttributes }) => ['small', HTMLAttributes, 0],
})
