import { type AttachmentView, type DocumentFileView, disclosure } from '@mingfu/contract'
import { useState } from 'react'
import { PreviewButton } from '../preview/preview-button.tsx'
import { ActButton } from '../session/act-button.tsx'
import { urlOf } from '../session/call.ts'
import { useAct } from '../session/use-call.ts'
import { useMay } from '../session/use-session.ts'
import { Button, Card, ErrorNote, Flex, Input, sizeText, Typography, Upload } from '../ui/index.ts'

/** 附件: shown to all who may read, changed while the document may still be changed. */
export function Attachments({ file }: { file: DocumentFileView }) {
  const may = useMay()
  const changing = may('draft-document') && file.acts.includes('edit')
  if (file.attachments.length === 0 && !changing) return null
  return (
    <Card title="附件">
      <Flex vertical gap="small">
        {file.attachments.map((attachment, index) => (
          <Flex key={attachment.fileId} wrap gap="small" align="center">
            <a className="excerpt" href={addressOf(file, attachment)}>
              附件{index + 1}：{attachment.title}
            </a>
            <Typography.Text type="secondary">
              {attachment.name}，{sizeText(attachment.sizeBytes)}
            </Typography.Text>
            <PreviewButton
              of="document"
              ownerId={file.documentId}
              fileId={attachment.fileId}
              name={attachment.name}
            />
            {changing ? (
              <ActButton
                size="small"
                route={disclosure.removeFile}
                input={{
                  params: { documentId: file.documentId, fileId: attachment.fileId },
                  query: { version: file.version },
                }}
                confirm={{
                  title: `移除附件“${attachment.title}”？`,
                  content: '已经作出的审查和签发随之失效。',
                  okText: '移除',
                }}
                danger
                done="附件已经移除"
              >
                移除
              </ActButton>
            ) : null}
          </Flex>
        ))}
        {changing ? <NewAttachment file={file} /> : null}
      </Flex>
    </Card>
  )
}

function NewAttachment({ file }: { file: DocumentFileView }) {
  const [title, setTitle] = useState('')
  const attach = useAct(disclosure.attach, { done: '附件已经上传', onDone: () => setTitle('') })
  const { documentId, version } = file
  return (
    <>
      <Flex wrap gap="small">
        <Input
          className="attachment-title"
          aria-label="附件名称"
          placeholder="附件名称；不填的，用文件名"
          maxLength={120}
          value={title}
          onChange={({ target }) => setTitle(target.value)}
        />
        <Upload
          showUploadList={false}
          accept={(disclosure.attach.files as readonly string[]).map((kind) => `.${kind}`).join(',')}
          beforeUpload={(chosen) => {
            const files = [{ field: 'file', file: chosen }]
            attach.mutate({ params: { documentId }, body: { version, title }, files })
            return false
          }}
        >
          <Button loading={attach.isPending}>选择文件上传</Button>
        </Upload>
      </Flex>
      <Typography.Text type="secondary">
        {attach.data?.warning == null ? null : (
          <Typography.Text type="warning">{attach.data.warning}。</Typography.Text>
        )}
        PDF、OFD、Word、WPS、Excel、文本或者图片，单个不超过20兆字节。
      </Typography.Text>
      <ErrorNote error={attach.error} />
    </>
  )
}

function addressOf({ documentId }: DocumentFileView, { fileId }: AttachmentView): string {
  return urlOf(disclosure.file, { params: { documentId, fileId } })
}
