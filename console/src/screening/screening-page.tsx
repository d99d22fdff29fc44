import { screening } from '@mingfu/contract'
import { useState } from 'react'
import { type AnswerOf, download } from '../session/call.ts'
import { useAct } from '../session/use-call.ts'
import {
  Alert,
  App,
  Button,
  Card,
  ErrorNote,
  Flex,
  InboxOutlined,
  Input,
  PageHead,
  Spin,
  Tabs,
  Upload,
} from '../ui/index.ts'
import { MarkedText } from './marked-text.tsx'
import { ScreeningResult } from './screening-result.tsx'
import './screening.css'

/** 发布前检查: a text or a file on the desk, with what was found where it stands. Nothing is kept. */
export default function ScreeningPage() {
  return (
    <>
      <PageHead
        title="发布前检查"
        note="检查文字和文件各个层面的个人信息、密级标志、用语、隐藏内容和链接，不保存内容。严禁处理、存储国家秘密。"
      />
      <Tabs
        items={[
          { key: 'file', label: '检查文件', children: <FileDesk /> },
          { key: 'text', label: '检查文字', children: <TextDesk /> },
        ]}
      />
    </>
  )
}

function FileDesk() {
  const [file, setFile] = useState<File | null>(null)
  const [answer, setAnswer] = useState<AnswerOf<typeof screening.file> | null>(null)
  const act = useAct(screening.file, { onDone: setAnswer })
  const check = (chosen: File) => {
    setFile(chosen)
    setAnswer(null)
    act.mutate({ files: [{ field: 'file', file: chosen }] })
    return false
  }
  return (
    <Flex vertical gap="middle">
      <Upload.Dragger showUploadList={false} beforeUpload={check} disabled={act.isPending}>
        <p className="ant-upload-drag-icon">
          <InboxOutlined />
        </p>
        <p>把文件拖到这里，或者点击选择</p>
        <p className="ant-upload-hint">Word、Excel、PDF、OFD、网页、图片、文本，单个不超过20兆字节</p>
      </Upload.Dragger>
      <ErrorNote error={act.error} />
      {act.isPending ? <Spin description="正在逐层检查" /> : null}
      {answer === null ? null : (
        <Card title={answer.name}>
          <ScreeningResult findings={answer.findings} unread={answer.unread} />
          {file !== null && /\.(?:docx|xlsx)$/i.test(file.name) && answer.findings.length > 0 ? (
            <CleanButton file={file} />
          ) : null}
        </Card>
      )}
    </Flex>
  )
}

/** 一键清理: the file comes back without what is hidden in it, and with its numbers masked. */
function CleanButton({ file }: { file: File }) {
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const { message } = App.useApp()
  const clean = () => {
    setBusy(true)
    setError(null)
    download(screening.clean, { files: [{ field: 'file', file }] })
      .then(() => message.success('已经清理，请核对下载的文件'), setError)
      .finally(() => setBusy(false))
  }
  return (
    <Flex vertical gap="small" align="start" className="below">
      <Button type="primary" loading={busy} onClick={clean}>
        清理并遮盖，下载新文件
      </Button>
      <span>去除批注、修订、隐藏的内容和文件属性，遮盖号码和住址；密级标志和用语请自行处理。</span>
      <ErrorNote error={error} />
    </Flex>
  )
}

function TextDesk() {
  const [text, setText] = useState('')
  const [seen, setSeen] = useState<(AnswerOf<typeof screening.text> & { text: string }) | null>(null)
  const act = useAct(screening.text, { onDone: (answer) => setSeen({ ...answer, text }) })
  return (
    <Flex vertical gap="middle">
      <Input.TextArea
        aria-label="要检查的文字"
        placeholder="把文字粘贴到这里"
        autoSize={{ minRows: 6, maxRows: 16 }}
        maxLength={500_000}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <Flex wrap gap="small">
        <Button
          type="primary"
          disabled={text.trim() === ''}
          loading={act.isPending}
          onClick={() => act.mutate({ body: { text } })}
        >
          检查
        </Button>
        {seen !== null && seen.maskedCount > 0 && seen.text === text ? (
          <Button onClick={() => setText(seen.masked)}>一键遮盖{seen.maskedCount}处</Button>
        ) : null}
      </Flex>
      <ErrorNote error={act.error} />
      {seen === null ? null : (
        <Card title="检查结果">
          {seen.text === text ? null : (
            <Alert type="info" showIcon className="below" title="文字已经改动，请重新检查。" />
          )}
          <ScreeningResult findings={seen.findings} unread={[]} />
          {seen.findings.length === 0 ? null : <MarkedText text={seen.text} findings={seen.findings} />}
        </Card>
      )}
    </Flex>
  )
}
