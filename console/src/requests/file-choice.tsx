import { ATTACHED_KINDS } from '@mingfu/contract'
import { Button, Flex, Tag, Typography, Upload } from '../ui/index.ts'

export type ChosenFile = Readonly<{ field: string; file: File }>

type Props = Readonly<{
  field?: string
  label: string
  files: readonly ChosenFile[]
  onChange: (files: readonly ChosenFile[]) => void
}>

/** Files that go along with a form; each can be taken back before it is sent. */
export function FileChoice({ field = 'file', label, files, onChange }: Props) {
  const mine = files.filter((one) => one.field === field)
  return (
    <Flex vertical gap="small" className="case-part">
      <Flex wrap gap="small" align="center">
        <Upload
          multiple
          showUploadList={false}
          accept={ATTACHED_KINDS.map((kind) => `.${kind}`).join(',')}
          beforeUpload={(file, batch) => {
            if (file === batch.at(-1)) onChange([...files, ...batch.map((one) => ({ field, file: one }))])
            return false
          }}
        >
          <Button>{label}</Button>
        </Upload>
        <Typography.Text type="secondary">PDF、OFD、Word、JPG、PNG，每个不超过10兆字节</Typography.Text>
      </Flex>
      {mine.length === 0 ? null : (
        <Flex wrap gap={4}>
          {mine.map((one) => (
            <Tag
              key={`${one.file.name}-${one.file.lastModified}`}
              closable
              onClose={() => onChange(files.filter((other) => other !== one))}
            >
              {one.file.name}
            </Tag>
          ))}
        </Flex>
      )}
    </Flex>
  )
}
