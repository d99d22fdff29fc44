import {
  type requests as Contract,
  type DecisionItemView,
  type RequestView,
  requests,
} from '@mingfu/contract'
import { EVIDENCE, type OutcomeCode, outcomeOf } from '@mingfu/law'
import { useState } from 'react'
import type { CallInput } from '../session/call.ts'
import { useAct } from '../session/use-call.ts'
import { Alert, Button, Card, ErrorNote, Flex, Form, Input, Modal, Select, Statute } from '../ui/index.ts'
import { Asked } from './application-card.tsx'
import { ContentFields } from './content-fields.tsx'
import { LetterText } from './letter-text.tsx'
import { filledLines } from './lines-input.tsx'
import { MaskingFill } from './masking-fill.tsx'
import type { DialogProps } from './use-on.ts'
import { OUTCOME_OPTIONS } from './words.ts'

type Draft = NonNullable<CallInput<typeof Contract.draft>['body']>
type Item = DecisionItemView

/** 拟出处理决定: what was asked stands beside what is answered. */
export function DraftDialog(props: DialogProps & Readonly<{ initial?: readonly Item[] }>) {
  return <DecisionDialog {...props} title="拟出处理决定" submit="提交审批" route={requests.draft} />
}

/** 当场答复, on the day of receipt. */
export function OnSpotDialog(props: DialogProps) {
  return <DecisionDialog {...props} title="当场答复" submit="答复并生成答复书" route={requests.replyOnSpot} />
}

type Props = DialogProps &
  Readonly<{
    title: string
    submit: string
    route: typeof requests.draft | typeof requests.replyOnSpot
    /** To begin with, where nothing was drafted before. */
    initial?: readonly Item[]
  }>

function DecisionDialog({ file, onClose, title, submit, route, initial = [] }: Props) {
  const [form] = Form.useForm<{ items: Item[] }>()
  const [version] = useState(file.version)
  const act = useAct(route, { done: '已提交', onDone: onClose })
  const preview = useAct(requests.preview)
  const params = { requestId: file.requestId }
  const items = () => form.getFieldsValue(true).items.map(tidy) as unknown as Draft['items']
  return (
    <Modal
      open
      title={title}
      width={1160}
      okText={submit}
      onOk={form.submit}
      confirmLoading={act.isPending}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className="beside">
        <div>
          <Asked file={file} />
          {preview.data === undefined ? null : <LetterText letter={preview.data} />}
        </div>
        <Form
          form={form}
          layout="vertical"
          initialValues={{ items: [file.draft, initial, [{}]].find((some) => some.length > 0) }}
          onFinish={() => act.mutate({ params, body: { version, items: items() } })}
          scrollToFirstError={{ focus: true }}
        >
          <DecisionItems file={file} />
          <Flex vertical gap="small" align="start">
            <Button
              loading={preview.isPending}
              onClick={() => preview.mutate({ params, body: { items: items() } })}
            >
              预览答复书
            </Button>
            <ErrorNote error={preview.error ?? act.error} />
          </Flex>
        </Form>
      </div>
    </Modal>
  )
}

/** One outcome for each thing asked; usually one. */
function DecisionItems({ file }: { file: RequestView }) {
  return (
    <Form.List name="items">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <Card
              key={key}
              size="small"
              className="case-part"
              title={fields.length > 1 ? `第${name + 1}项` : '处理决定'}
              extra={
                fields.length > 1 ? (
                  <Button size="small" onClick={() => remove(name)}>
                    移除
                  </Button>
                ) : null
              }
            >
              {fields.length > 1 ? (
                <Form.Item
                  name={[name, 'asked']}
                  label="这一项申请的内容"
                  rules={[{ required: true, message: '请填写这一项申请的内容' }]}
                >
                  <Input.TextArea autoSize={{ minRows: 1 }} />
                </Form.Item>
              ) : null}
              <Form.Item
                name={[name, 'outcome']}
                label="处理决定"
                rules={[{ required: true, message: '请选择处理决定' }]}
              >
                <Select options={OUTCOME_OPTIONS} showSearch={{ optionFilterProp: 'label' }} />
              </Form.Item>
              <OutcomeFields file={file} index={name} />
            </Card>
          ))}
          <Button className="case-part" onClick={() => add({})}>
            分项答复：增加一项
          </Button>
        </>
      )}
    </Form.List>
  )
}

/** When it applies, what it rests on, what is missing on file, and what its letter has to say. */
function OutcomeFields({ file, index }: { file: RequestView; index: number }) {
  const outcome = Form.useWatch(['items', index, 'outcome']) as OutcomeCode | undefined
  if (outcome === undefined) return null
  const { appliesWhen, basis, evidence } = outcomeOf(outcome)
  const missing = evidence.filter((kind) => !file.onFile.includes(kind))
  return (
    <>
      <Alert
        type="info"
        className="below"
        title={appliesWhen}
        description={basis.map((article) => (
          <div key={JSON.stringify(article)}>
            <Statute of={article} />
          </div>
        ))}
      />
      {missing.length === 0 ? null : (
        <Alert
          type="warning"
          showIcon
          className="below"
          title="案卷中还缺下列材料，入卷后才能提交"
          description={missing.map((kind) => <div key={kind}>{EVIDENCE[kind]}</div>)}
        />
      )}
      {outcome === 'partial' ? <MaskingFill file={file} path={['items', index, 'facts']} /> : null}
      <ContentFields outcome={outcome} path={[index, 'facts']} />
    </>
  )
}

/** Only the facts that belong to the outcome now chosen, without empty lines. */
function tidy({ asked, outcome, facts = {} }: Item): Item {
  const fields = outcome === undefined ? [] : outcomeOf(outcome).content
  const kept = fields.flatMap(({ key, kind }) => {
    const value = facts[key]
    if (value === undefined || value === null || value === '') return []
    return [[key, kind === 'list' ? [...filledLines(value)] : value] as const]
  })
  return { outcome, facts: Object.fromEntries(kept), ...(asked ? { asked } : {}) }
}
