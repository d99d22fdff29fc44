import { disclosure } from '@mingfu/contract'
import { useState } from 'react'
import { useAct } from '../session/use-call.ts'
import { Alert, Button, ErrorNote, Flex, Upload } from '../ui/index.ts'

type Props = Readonly<{ onText: (html: string) => void }>

/** 上传 Word 正文: what the file says is put where the cursor stands; what could not come along is said. */
export function WordUpload({ onText }: Props) {
  const [left, setLeft] = useState<readonly string[]>([])
  const read = useAct(disclosure.readWord, {
    done: '已经填入正文，请核对',
    onDone: (text) => {
      setLeft(text.left)
      onText(text.html)
    },
  })
  return (
    <Flex vertical gap="small">
      <Upload
        showUploadList={false}
        accept=".docx"
        beforeUpload={(chosen) => {
          read.mutate({ body: {}, files: [{ field: 'file', file: chosen }] })
          return false
        }}
      >
        <Button size="small" loading={read.isPending}>
          从 Word 文件填入
        </Button>
      </Upload>
      <ErrorNote error={read.error} />
      {left.length === 0 ? null : <Alert type="warning" showIcon title={left.join('；')} />}
    </Flex>
  )
}
