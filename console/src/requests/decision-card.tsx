import { type RequestView, requests } from '@mingfu/contract'
import { OUTCOMES, outcomeOf } from '@mingfu/law'
import { useAct } from '../session/use-call.ts'
import { Button, Card, ErrorNote, Flex, Statute, Tag } from '../ui/index.ts'
import { LetterText } from './letter-text.tsx'
import { SignOffPart } from './sign-off-part.tsx'

/** 处理决定: what is drafted or decided, and the letter it makes, to read against the application beside it. */
export function DecisionCard({ file }: { file: RequestView }) {
  const preview = useAct(requests.preview)
  const [first, ...rest] = file.draft
  if (first === undefined) return null
  return (
    <Card
      title="处理决定"
      extra={
        file.documentNumber === null ? <Tag>拟稿</Tag> : <Tag color="success">{file.documentNumber}</Tag>
      }
    >
      <Flex vertical gap="middle" align="stretch">
        {file.draft.map(({ asked, outcome }) => (
          <div key={`${asked ?? ''}${outcome}`}>
            {asked === undefined ? null : <div className="detail">{asked}</div>}
            <strong>{OUTCOMES[outcome].label}</strong>
            {outcomeOf(outcome).basis.map((article) => (
              <div key={JSON.stringify(article)}>
                <Statute of={article} />
              </div>
            ))}
          </div>
        ))}
        <SignOffPart file={file} />
        {file.documentNumber === null ? (
          <Button
            loading={preview.isPending}
            onClick={() =>
              preview.mutate({ params: { requestId: file.requestId }, body: { items: [first, ...rest] } })
            }
          >
            预览答复书
          </Button>
        ) : null}
        <ErrorNote error={preview.error} />
        {preview.data === undefined ? null : <LetterText letter={preview.data} />}
      </Flex>
    </Card>
  )
}
