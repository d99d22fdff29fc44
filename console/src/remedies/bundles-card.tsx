import { type DisputeCaseView, type EvidenceBundleView, remedies } from '@mingfu/contract'
import { useState } from 'react'
import { download } from '../session/call.ts'
import { Field, FormDialog } from '../session/contract-form.tsx'
import { Gate } from '../session/gate.tsx'
import { useCall } from '../session/use-call.ts'
import { useLookAgain } from '../session/use-look-again.ts'
import { Alert, Button, Card, Checkbox, ErrorNote, Flex, momentText, Spin, Typography } from '../ui/index.ts'

const LOOK_AGAIN_MS = 2_000

/** 举证材料: made of the case file with one click, and fetched when it is ready. */
export function BundlesCard({ file: { dispute, request } }: { file: DisputeCaseView }) {
  const { disputeId } = dispute
  const [asking, setAsking] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const bundles = useCall(remedies.listBundles, { params: { disputeId } })
  const waiting = bundles.data?.some(({ state }) => state === 'waiting') === true
  useLookAgain(remedies.listBundles, waiting, LOOK_AGAIN_MS)
  if (request === null) return null
  return (
    <Card
      title="举证材料"
      extra={
        <Gate permission="record-dispute">
          <Button size="small" type="primary" disabled={waiting} onClick={() => setAsking(true)}>
            生成举证材料
          </Button>
        </Gate>
      }
    >
      <Flex vertical gap="middle">
        <Typography.Text type="secondary">
          由案卷生成：证据目录在前，材料按受理、办理、决定、送达的顺序编页，另附原件和可以核对的清单。
        </Typography.Text>
        <ErrorNote error={error ?? bundles.error} />
        {bundles.data?.map((bundle) => (
          <Bundle key={bundle.bundleId} disputeId={disputeId} bundle={bundle} onError={setError} />
        ))}
      </Flex>
      {asking ? (
        <FormDialog
          route={remedies.orderBundle}
          input={{ params: { disputeId } }}
          title="生成举证材料"
          submit="生成"
          done="正在后台装订"
          initial={{ withIdentity: false }}
          onDone={() => setAsking(false)}
          onClose={() => setAsking(false)}
        >
          <Field
            name="withIdentity"
            valuePropName="checked"
            label={null}
            extra="不选的，身份证明不列入，证件号码遮盖；内部备注、拟稿和退回意见一律不列入。"
          >
            <Checkbox>包括申请人的身份证明</Checkbox>
          </Field>
        </FormDialog>
      ) : null}
    </Card>
  )
}

type BundleProps = Readonly<{
  disputeId: string
  bundle: EvidenceBundleView
  onError: (error: unknown) => void
}>

function Bundle({ disputeId, bundle, onError }: BundleProps) {
  const { bundleId, state, fault, orderedAt, orderedBy, entries, pages, sha256, withIdentity } = bundle
  const fetchFile = (type: 'zip' | 'pdf') =>
    download(remedies.openBundle, { params: { disputeId, bundleId }, query: { type } }).catch(onError)
  return (
    <div>
      <div>
        {momentText(orderedAt)}　{orderedBy}
        {withIdentity ? '　含身份证明' : ''}
      </div>
      {state === 'waiting' ? (
        <span>
          <Spin size="small" /> 正在装订
        </span>
      ) : null}
      {state === 'failed' ? <Alert type="error" showIcon title="没有装订成" description={fault} /> : null}
      {state === 'ready' ? (
        <>
          <Flex wrap gap="small" align="center">
            <span>
              材料{entries}件，共{pages}页
            </span>
            <Gate permission="reveal-applicant">
              <Button size="small" onClick={() => fetchFile('pdf')}>
                PDF（打印提交）
              </Button>
              <Button size="small" onClick={() => fetchFile('zip')}>
                压缩包（含原件和清单）
              </Button>
            </Gate>
          </Flex>
          <div className="digest" title="清单的摘要，另行记下，日后可以用 mingfu bundle verify 核对">
            {sha256}
          </div>
        </>
      ) : null}
    </div>
  )
}
