import { type DocumentFileView, disclosure } from '@mingfu/contract'
import { DOCUMENT_RELATIONS, VALIDITY_STATES } from '@mingfu/law'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Field, FormDialog } from '../session/contract-form.tsx'
import { useMay } from '../session/use-session.ts'
import { Alert, Button, Card, dayText, Flex, Form, Input, Radio } from '../ui/index.ts'

type Relation = DocumentFileView['relations'][number]
type Question = DocumentFileView['validityQuestions'][number]

/** 相关文件: what this document does to others and they to it; a wrong statement is taken back here. */
export function RelationsCard({ file }: { file: DocumentFileView }) {
  const may = useMay()
  const [removing, setRemoving] = useState<Relation>()
  if (file.relations.length === 0) return null
  return (
    <Card title="相关文件">
      {file.relations.map((relation) => {
        const { kind, direction, documentId, title, effectiveOn } = relation
        const { label, inverse } = DOCUMENT_RELATIONS[kind]
        return (
          <Flex
            key={`${kind} ${direction} ${documentId}`}
            justify="space-between"
            align="center"
            gap="small"
            wrap
          >
            <span>
              {direction === 'from' ? label : inverse}：<Link to={`/disclosure/${documentId}`}>{title}</Link>
              （自{dayText(effectiveOn)}）
            </span>
            {may('publish-document') ? (
              <Button size="small" onClick={() => setRemoving(relation)}>
                移除
              </Button>
            ) : null}
          </Flex>
        )
      })}
      {removing === undefined ? null : (
        <RemoveDialog file={file} relation={removing} onClose={() => setRemoving(undefined)} />
      )}
    </Card>
  )
}

function RemoveDialog({
  file,
  relation: { kind, direction, documentId, title },
  onClose,
}: Readonly<{ file: DocumentFileView; relation: Relation; onClose: () => void }>) {
  const [fromId, toId] = direction === 'from' ? [file.documentId, documentId] : [documentId, file.documentId]
  const { label, makes } = DOCUMENT_RELATIONS[kind]
  const older = direction === 'from' ? title : file.content.title
  return (
    <FormDialog
      title="移除关联"
      route={disclosure.unrelate}
      input={{ params: { documentId: fromId } }}
      toBody={(values) => ({ ...values, toId, kind })}
      submit="移除"
      done="已经移除，两个页面都不再显示"
      onDone={onClose}
      onClose={onClose}
    >
      <Alert
        type="info"
        showIcon
        className="below"
        title={`“${label}《${older}》”的关联将从两件文件的页面上移除，移除的人、时间和理由留在经过里。`}
      />
      <Field name="reason" extra={makes === null ? undefined : '恢复有效性的，理由随有效性说明公开。'}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={300} />
      </Field>
      {makes === null ? null : (
        <OutcomeFields
          name="validity"
          question={`《${older}》据此标注为“${VALIDITY_STATES[makes].label}”的，移除以后`}
        />
      )}
    </FormDialog>
  )
}

/** 有效性待核定: the document that repealed or amended this one was taken off the site. */
export function ValidityQuestions({ file }: { file: DocumentFileView }) {
  const may = useMay()
  const [asked, setAsked] = useState<Question>()
  return (
    <>
      {file.validityQuestions.map((question) => (
        <Alert
          key={`${question.kind} ${question.fromId}`}
          type="warning"
          showIcon
          title={
            <>
              {DOCUMENT_RELATIONS[question.kind].label}本件的
              <Link to={`/disclosure/${question.fromId}`}>《{question.newerTitle}》</Link>
              已经撤下，请核定本件的有效性。
            </>
          }
          description={
            <Flex vertical gap="small" align="start">
              撤下网页不等于文件失去效力，由承办人核对后决定：恢复原来的有效性，或者写明依据维持不变。核定之前，门户页面说明正在核对。
              {may('publish-document') ? (
                <Button size="small" type="primary" onClick={() => setAsked(question)}>
                  核定有效性
                </Button>
              ) : null}
            </Flex>
          }
        />
      ))}
      {asked === undefined ? null : (
        <SettleDialog file={file} question={asked} onClose={() => setAsked(undefined)} />
      )}
    </>
  )
}

function SettleDialog({
  file,
  question: { fromId, kind },
  onClose,
}: Readonly<{ file: DocumentFileView; question: Question; onClose: () => void }>) {
  const [version] = useState(file.version)
  return (
    <FormDialog
      title="核定有效性"
      route={disclosure.settleValidity}
      input={{ params: { documentId: file.documentId } }}
      toBody={(values) => ({ ...values, version, fromId, kind })}
      done="有效性已经核定"
      onDone={onClose}
      onClose={onClose}
    >
      <OutcomeFields
        name="outcome"
        question={`本件现在标注为“${VALIDITY_STATES[file.validity].label}”`}
        asksBasis
      />
    </FormDialog>
  )
}

const OUTCOMES = [
  { value: 'restore', label: '恢复原来的有效性' },
  { value: 'keep', label: '维持不变，另有依据' },
]

function OutcomeFields(props: Readonly<{ name: string; question: string; asksBasis?: boolean }>) {
  const { name, question, asksBasis = false } = props
  const basis = (
    <Field name="basis" label="依据" extra="文件的名称和文号，随有效性说明公开。">
      <Input maxLength={200} />
    </Field>
  )
  return (
    <>
      <Field name={name} label={question}>
        <Radio.Group options={OUTCOMES} vertical />
      </Field>
      {asksBasis ? (
        basis
      ) : (
        <Form.Item noStyle dependencies={[name]}>
          {({ getFieldValue }) => (getFieldValue(name) === 'keep' ? basis : null)}
        </Form.Item>
      )}
    </>
  )
}
