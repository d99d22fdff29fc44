import { type Editor, EditorContent, useEditor, useEditorState } from '@tiptap/react'
import { useState } from 'react'
import { Alert, Button, Flex } from '../ui/index.ts'
import { PictureUpload, picturesIn, picturesLost, useInsertPictures } from './picture-upload.tsx'
import { TEXT_EXTENSIONS } from './text-schema.ts'
import { fromWord } from './word-html.ts'
import { WordUpload } from './word-upload.tsx'
import './disclosure.css'

type Props = Readonly<{ id?: string; value?: string; onChange?: (html: string) => void; label: string }>

/** 正文: structure only — headings, lists, tables; what Word brings of fonts and colours stays behind. */
export function RichText({ id, value = '', onChange, label }: Props) {
  const pictures = useInsertPictures()
  const [lost, setLost] = useState(0)
  const editor = useEditor({
    // The page's policy lets no script write a style sheet; ours is in disclosure.css.
    injectCSS: false,
    extensions: TEXT_EXTENSIONS,
    content: value,
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        class: 'official-text',
        ...(id ? { id } : {}),
      },
      transformPastedHTML: (html) => {
        setLost(picturesLost(html))
        return fromWord(html)
      },
      handlePaste: (_, event) => insertAll(picturesIn(event.clipboardData)),
      handleDrop: (_, event) => insertAll(picturesIn(event.dataTransfer)),
    },
    onUpdate: ({ editor: changed }) => onChange?.(changed.isEmpty ? '' : changed.getHTML()),
  })
  if (editor === null) return null
  function insert(address: string): void {
    editor
      .chain()
      .focus()
      .insertContent({ type: 'picture', attrs: { src: address } })
      .run()
  }
  /** A picture alone, as one copies it from a screen; with text around it, the text is what was meant. */
  function insertAll(files: readonly File[]): boolean {
    for (const file of files) pictures.insert(file, insert)
    return files.length > 0
  }
  return (
    <div className="editor">
      <Tools editor={editor} />
      <div className="editor-tools">
        <Flex wrap gap="small">
          <PictureUpload pictures={pictures} onPicture={insert} />
          <WordUpload onText={(html) => editor.chain().focus().insertContent(html).run()} />
        </Flex>
        {lost === 0 ? null : (
          <Alert
            type="warning"
            showIcon
            closable
            onClose={() => setLost(0)}
            title={`粘贴的内容里有${lost}幅图片没有带入，请用“插入图片”上传，或者用“从 Word 文件填入”整篇读入。`}
          />
        )}
      </div>
      <EditorContent editor={editor} />
    </div>
  )
}

function Tools({ editor }: { editor: Editor }) {
  const at = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      two: now.isActive('heading', { level: 2 }),
      three: now.isActive('heading', { level: 3 }),
      bold: now.isActive('bold'),
      bullets: now.isActive('bulletList'),
      numbers: now.isActive('orderedList'),
      table: now.isActive('table'),
      undo: now.can().undo(),
      redo: now.can().redo(),
    }),
  })
  const run = () => editor.chain().focus()
  return (
    <div className="editor-tools" role="toolbar" aria-label="正文的格式">
      <Tool on={at.two} label="一级标题" act={() => run().toggleHeading({ level: 2 }).run()} />
      <Tool on={at.three} label="二级标题" act={() => run().toggleHeading({ level: 3 }).run()} />
      <Tool on={at.bold} label="加粗" act={() => run().toggleBold().run()} />
      <Tool on={at.bullets} label="项目符号" act={() => run().toggleBulletList().run()} />
      <Tool
        label="脚注"
        act={() =>
          run()
            .insertContent({ type: 'footnote', content: [{ type: 'text', text: '注释' }] })
            .run()
        }
      />
      <Tool on={at.numbers} label="编号" act={() => run().toggleOrderedList().run()} />
      {at.table ? (
        <>
          <Tool label="加一行" act={() => run().addRowAfter().run()} />
          <Tool label="加一列" act={() => run().addColumnAfter().run()} />
          <Tool label="删除行" act={() => run().deleteRow().run()} />
          <Tool label="删除列" act={() => run().deleteColumn().run()} />
          <Tool label="合并或者拆分单元格" act={() => run().mergeOrSplit().run()} />
          <Tool label="删除表格" act={() => run().deleteTable().run()} />
        </>
      ) : (
        <Tool
          label="插入表格"
          act={() => run().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run()}
        />
      )}
      <Tool off={!at.undo} label="撤销" act={() => run().undo().run()} />
      <Tool off={!at.redo} label="重做" act={() => run().redo().run()} />
    </div>
  )
}

type ToolProps = Readonly<{ label: string; on?: boolean; off?: boolean; act: () => void }>

function Tool({ label, on, off = false, act }: ToolProps) {
  return (
    <Button
      size="small"
      type={on === true ? 'primary' : 'text'}
      disabled={off}
      {...(on === undefined ? {} : { 'aria-pressed': on })}
      onClick={act}
    >
      {label}
    </Button>
  )
}
