import { FILE_PURPOSES, type RequestView, redactions, requests } from '@mingfu/contract'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { PreviewButton } from '../preview/preview-button.tsx'
import { ActButton } from '../session/act-button.tsx'
import { download } from '../session/call.ts'
import { Gate } from '../session/gate.tsx'
import { useMay } from '../session/use-session.ts'
import { Button, Card, dayText, ErrorNote, Flex, momentText, sizeText, Tag, Typography } from '../ui/index.ts'
import { AddFileDialog } from './evidence-dialogs.tsx'
import { SheetButtons } from './sheet-buttons.tsx'

const RECIPIENTS = { 'consulted-party': '给被征求意见方', unit: '给协办单位' } as const

/** 遮盖与净化 of a file: those begun, and a new one. What was released needs none. */
function RedactionLinks({
  file,
  fileId,
  name,
}: Readonly<{ file: RequestView; fileId: string; name: string }>) {
  const go = useNavigate()
  const begun = file.redactions.filter(({ sourceFileId }) => sourceFileId === fileId)
  const made = file.redactions.some(({ releasedFileId }) => releasedFileId === fileId)
  const canBe = !made && /\.(pdf|jpe?g|png)$/i.test(name)
  const isOffice = /\.(docx?|xlsx?|ofd|wps|et)$/i.test(name)
  return (
    <>
      {begun.map(({ redactionId, marks, releasedFileId }) => (
        <Link key={redactionId} to={`/redactions/${redactionId}`}>
          {releasedFileId === null
            ? `遮盖${marks.length}处，待复核`
            : `遮盖${marks.length}处，已生成公开版本`}
        </Link>
      ))}
      {canBe && begun.every(({ releasedFileId }) => releasedFileId !== null) ? (
        <Gate permission="handle-request">
          <ActButton
            size="small"
            route={redactions.start}
            input={{ params: { requestId: file.requestId }, body: { fileId } }}
            onDone={({ redactionId }) => void go({ to: `/redactions/${redactionId}` })}
          >
            遮盖与净化
          </ActButton>
        </Gate>
      ) : null}
      {isOffice && !made ? (
        <Gate permission="handle-request">
          <Typography.Text type="secondary">
            需要提供给申请人的，先用 WPS 或者 Word 打开，“文件—输出为 PDF”后添加到案卷，再遮盖与净化
          </Typography.Text>
        </Gate>
      ) : null}
    </>
  )
}

/** 文书和文件: letters as PDF and Word, and what lies in the file. */
export function PapersCard({ file }: { file: RequestView }) {
  const may = useMay()
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
        <Flex wrap gap="small">
          <SheetButtons file={file} />
          <Gate permission="handle-request">
            <Button size="small" onClick={() => setAdding(true)}>
              添加文件
            </Button>
          </Gate>
        </Flex>
      }
    >
      <Flex vertical gap="middle">
        {file.letters.map(({ letterId, title, number, issuedOn, recipient, pickedUpAt }) => (
          <div key={letterId}>
            <div className="detail">
              {title} {number}
              {recipient === 'applicant' ? null : <Tag>{RECIPIENTS[recipient]}</Tag>}
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
              {may('reveal-applicant') ? (
                <Button
                  size="small"
                  aria-label={`下载${title}的送达回证`}
                  onClick={() =>
                    fetchFile(
                      download(requests.sheet, {
                        params: { requestId, code: 'D16' },
                        query: { type: 'pdf', of: letterId },
                      }),
                    )
                  }
                >
                  送达回证
                </Button>
              ) : null}
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
            <PreviewButton of="request" ownerId={requestId} fileId={fileId} name={name} />
            <RedactionLinks file={file} fileId={fileId} name={name} />
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
