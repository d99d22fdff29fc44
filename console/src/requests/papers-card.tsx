import { FILE_PURPOSES, type RequestView, requests } from '@mingfu/contract'
import { useState } from 'react'
import { download } from '../session/call.ts'
import { Gate } from '../session/gate.tsx'
import { Button, Card, dayText, ErrorNote, Flex, momentText, Tag, Typography } from '../ui/index.ts'
import { AddFileDialog } from './evidence-dialogs.tsx'
import { sizeText } from './words.ts'

/** 文书和文件: letters as PDF and Word, and what lies in the file. */
export function PapersCard({ file }: { file: RequestView }) {
  const [adding, setAdding] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const { requestId } = file
  const fetchFile = (run: Promise<void>) => {
    setError(null)
    run.catch(setError)
  }
  return (
    <Card
      title="文书和文件"
      extra={
        <Gate permission="handle-request">
          <Button size="small" onClick={() => setAdding(true)}>
            添加文件
          </Button>
        </Gate>
      }
    >
      <Flex vertical gap="middle">
        {file.letters.map(({ letterId, title, number, issuedOn, recipient, pickedUpAt }) => (
          <div key={letterId}>
            <div className="detail">
              {title} {number}
              {recipient === 'consulted-party' ? <Tag>给被征求意见方</Tag> : null}
            </div>
            <Flex wrap gap="small" align="center">
              <Typography.Text type="secondary">{dayText(issuedOn)}</Typography.Text>
              {(['pdf', 'docx'] as const).map((type) => (
                <Button
                  key={type}
                  size="small"
                  aria-label={`下载${title}${type === 'pdf' ? 'PDF' : 'Word'}`}
                  onClick={() =>
                    fetchFile(
                      download(requests.letterFile, { params: { requestId, letterId }, query: { type } }),
                    )
                  }
                >
                  {type === 'pdf' ? 'PDF' : 'Word'}
                </Button>
              ))}
              {pickedUpAt === null ? null : (
                <Tag color="success">{momentText(pickedUpAt)} 申请人网上取走</Tag>
              )}
            </Flex>
          </div>
        ))}
        {file.files.map(({ fileId, name, sizeBytes, purpose }) => (
          <Flex key={fileId} wrap gap="small" align="center">
            <Tag>{FILE_PURPOSES[purpose]}</Tag>
            <Button
              type="link"
              className="detail"
              onClick={() => fetchFile(download(requests.file, { params: { requestId, fileId } }))}
            >
              {name}
            </Button>
            <Typography.Text type="secondary">{sizeText(sizeBytes)}</Typography.Text>
          </Flex>
        ))}
        {file.letters.length + file.files.length === 0 ? (
          <Typography.Text type="secondary">还没有文书和文件。</Typography.Text>
        ) : null}
        <ErrorNote error={error} />
      </Flex>
      {adding ? <AddFileDialog file={file} onClose={() => setAdding(false)} /> : null}
    </Card>
  )
}
