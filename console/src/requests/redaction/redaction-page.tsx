import { type RedactionView, redactions, requests } from '@mingfu/contract'
import type { RedactionGround } from '@mingfu/law'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { ActButton } from '../../session/act-button.tsx'
import { download } from '../../session/call.ts'
import { useAct, useCall } from '../../session/use-call.ts'
import { useMay } from '../../session/use-session.ts'
import {
  Alert,
  Button,
  ErrorNote,
  Flex,
  Input,
  PageHead,
  Pagination,
  Select,
  Skeleton,
} from '../../ui/index.ts'
import { GROUND_OPTIONS, MarkList } from './mark-list.tsx'
import { type Box, type DrawnMark, drawn, nextKey, plain } from './marks.ts'
import { PageSheet } from './page-sheet.tsx'
import { type Suggestion, Suggestions, useSuggestions } from './suggestions.tsx'
import './redaction.css'

/** 遮盖与净化: boxes are drawn on the pages of the original, some of them suggested; what goes out is made anew. */
export default function RedactionPage() {
  const { redactionId = '' } = useParams({ strict: false }) as { redactionId?: string }
  const query = useCall(redactions.get, { params: { redactionId } })
  if (query.error !== null) return <ErrorNote error={query.error} />
  if (query.data === undefined) return <Skeleton active paragraph={{ rows: 10 }} />
  // A newer version, by this person or another, begins the desk anew.
  return <Desk key={`${redactionId} ${query.data.version}`} file={query.data} />
}

function Desk({ file }: { file: RedactionView }) {
  const may = useMay()
  const [page, setPage] = useState(1)
  const [marks, setMarks] = useState<readonly DrawnMark[]>(() => drawn(file.marks))
  const [chosen, setChosen] = useState<number>()
  const [changed, setChanged] = useState(false)
  const [ground, setGround] = useState<RedactionGround>('deny-third-party')
  const [part, setPart] = useState('')
  const save = useAct(redactions.saveMarks, { done: '遮盖框已保存' })
  const released = file.releasedFileId !== null
  const fixed = released || !may('handle-request')
  const params = { redactionId: file.redactionId }
  const put = (next: readonly DrawnMark[]) => {
    setMarks(next)
    setChanged(true)
  }
  const draw = (box: Box) => {
    const mark = {
      ...box,
      page,
      ground,
      part: part.trim() === '' ? GROUND_PART[ground] : part.trim(),
      key: nextKey(),
    }
    put([...marks, mark])
    setChosen(mark.key)
  }
  const found = useSuggestions(file, marks, !fixed)
  const take = (taken: readonly Suggestion[]) =>
    put([
      ...marks,
      ...taken.map(({ what, certainty: _certainty, ...box }) => ({
        ...box,
        ground: 'deny-third-party' as const,
        part: what,
        key: nextKey(),
      })),
    ])
  const size = file.pages[page - 1] ?? { width: 595, height: 842 }
  const here = marks.filter((mark) => mark.page === page)
  return (
    <>
      <PageHead
        title={`遮盖与净化：${file.fileName}`}
        back={<Link to={`/requests/${file.requestId}`}>{file.number}</Link>}
        note={`共${file.pages.length}页，遮盖${marks.length}处。公开版本重新生成，属性、批注、附件、图层和历史版本一概不带入；有遮盖框的，全文成为图像，没有文字层；没有遮盖框又没有隐藏内容的，保留文字层。`}
        actions={
          fixed ? null : (
            <Button
              type="primary"
              disabled={!changed}
              loading={save.isPending}
              onClick={() => save.mutate({ params, body: { version: file.version, marks: plain(marks) } })}
            >
              保存
            </Button>
          )
        }
      />
      <Flex vertical gap="middle">
        <ErrorNote error={save.error} />
        {released ? <Released file={file} /> : <Release file={file} unsaved={changed} />}
        <div className="redaction">
          <div>
            <Flex wrap gap="small" align="center" className="below">
              <Pagination
                simple
                size="small"
                pageSize={1}
                total={file.pages.length}
                current={page}
                onChange={setPage}
              />
              {fixed ? null : (
                <>
                  <Select<RedactionGround>
                    className="next-ground"
                    aria-label="新遮盖框的依据"
                    options={GROUND_OPTIONS as { value: RedactionGround; label: string }[]}
                    value={ground}
                    onChange={setGround}
                  />
                  <Input
                    className="next-part"
                    aria-label="新遮盖框遮盖的内容"
                    placeholder={`遮盖的内容，如：${GROUND_PART[ground]}`}
                    maxLength={100}
                    value={part}
                    onChange={({ target }) => setPart(target.value)}
                  />
                </>
              )}
            </Flex>
            <PageSheet
              redactionId={file.redactionId}
              page={page}
              size={size}
              marks={here}
              hints={found.open.filter((one) => one.page === page)}
              chosen={chosen}
              onDraw={fixed ? undefined : draw}
              onChoose={setChosen}
            />
          </div>
          <div>
            {fixed ? null : <Suggestions page={page} found={found} onTake={take} onPage={setPage} />}
            <h2 className="section-head">第{page}页的遮盖框</h2>
            {fixed ? null : (
              <Button className="below" onClick={() => draw({ x: 0.1, y: 0.1, width: 0.3, height: 0.03 })}>
                添加一处
              </Button>
            )}
            <MarkList
              marks={here}
              chosen={chosen}
              fixed={fixed}
              onChoose={setChosen}
              onChange={(mark) => put(marks.map((one) => (one.key === mark.key ? mark : one)))}
              onRemove={(key) => put(marks.filter((one) => one.key !== key))}
            />
          </div>
        </div>
      </Flex>
    </>
  )
}

/** What usually lies under a box of a ground; the clerk says it better. */
const GROUND_PART: Readonly<Record<RedactionGround, string>> = {
  'deny-state-secret': '国家秘密内容',
  'deny-law-forbids': '法律、行政法规禁止公开的内容',
  'deny-safety': '可能危及安全稳定的内容',
  'deny-third-party': '第三方个人信息',
  'deny-internal': '内部事务信息',
  'deny-process': '过程性信息',
  'deny-enforcement-file': '行政执法案卷信息',
  'not-government-information': '不属于政府信息的内容',
}

function Release({ file, unsaved }: Readonly<{ file: RedactionView; unsaved: boolean }>) {
  const may = useMay()
  if (!may('review-decision') || file.markedByMe)
    return <Alert type="info" showIcon title="标注保存后，由审查人复核并生成公开版本；标注人自己不能复核。" />
  return (
    <Alert
      type="info"
      showIcon
      title={unsaved ? '有改动还没有保存，请先保存。' : '请逐页核对遮盖框，没有遗漏后生成公开版本。'}
      action={
        <ActButton
          type="primary"
          route={redactions.release}
          input={{ params: { redactionId: file.redactionId }, body: { version: file.version } }}
          disabled={unsaved}
          done="公开版本已经生成并通过检验"
          confirm={{
            title: '生成公开版本？',
            content: `共${file.pages.length}页，遮盖${file.marks.length}处。生成后列入提供给申请人的信息，不能再修改。`,
            okText: '复核无误，生成',
          }}
        >
          复核并生成公开版本
        </ActButton>
      }
    />
  )
}

function Released({ file }: { file: RedactionView }) {
  const [error, setError] = useState<unknown>(null)
  const { requestId, releasedFileId } = file
  if (releasedFileId === null) return null
  return (
    <>
      <Alert
        type="success"
        showIcon
        title="公开版本已经生成，重新打开检验合格"
        description={
          <ul className="checks">
            {file.checks.map((check) => (
              <li key={check}>{check}</li>
            ))}
          </ul>
        }
        action={
          <Button
            onClick={() => {
              setError(null)
              download(requests.file, { params: { requestId, fileId: releasedFileId } }).catch(setError)
            }}
          >
            下载公开版本
          </Button>
        }
      />
      <ErrorNote error={error} />
    </>
  )
}
