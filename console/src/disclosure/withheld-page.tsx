import { disclosure, type WithheldDocumentView } from '@mingfu/contract'
import {
  cite,
  DISCLOSURE_ATTRIBUTES,
  PUBLICATION_STATES,
  RE_REVIEW_CAUSES,
  RE_REVIEW_OUTCOMES,
} from '@mingfu/law'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Field, FormDialog } from '../session/contract-form.tsx'
import { useCall } from '../session/use-call.ts'
import { useMay } from '../session/use-session.ts'
import {
  Button,
  type Column,
  dayText,
  Input,
  PageHead,
  QueryTable,
  Radio,
  Statute,
  Tag,
} from '../ui/index.ts'
import { exemptionLabel } from './words.ts'

const OUTCOMES = Object.entries(RE_REVIEW_OUTCOMES).map(([value, { label }]) => ({ value, label }))

/** 动态调整: what was not opened comes back once a year at the latest. */
export default function WithheldPage() {
  const may = useMay()
  const withheld = useCall(disclosure.withheld)
  const [open, setOpen] = useState<WithheldDocumentView>()
  const columns: readonly Column<WithheldDocumentView>[] = [
    { title: '标题', cell: ({ documentId, title }) => <Link to={`/disclosure/${documentId}`}>{title}</Link> },
    { title: '公开方式', cell: ({ attribute }) => DISCLOSURE_ATTRIBUTES[attribute].label },
    {
      title: '依据和理由',
      cell: ({ exemption, reason }) => [exemptionLabel(exemption), reason].filter(Boolean).join('：') || '—',
    },
    { title: '状态', cell: ({ state }) => PUBLICATION_STATES[state] },
    { title: '最近评估', cell: ({ reviewedOn }) => dayText(reviewedOn) },
    {
      title: '应当评估',
      cell: ({ nextReviewOn, causes }) => (
        <>
          {dayText(nextReviewOn)}{' '}
          {causes.map((cause) => (
            <Tag key={cause} color="error">
              {RE_REVIEW_CAUSES[cause]}
            </Tag>
          ))}
        </>
      ),
    },
    {
      title: '评估以来',
      cell: ({ prompts }) =>
        prompts.length === 0
          ? '—'
          : prompts.map(({ kind, id, text, on }) => (
              <div key={`${kind} ${id ?? text}`}>
                {id === null ? (
                  text
                ) : (
                  <Link to={kind === 'application' ? `/requests/${id}` : `/disclosure/${id}`}>{text}</Link>
                )}
                {kind === 'basis' ? '不再有效' : ''}（{dayText(on)}）
              </div>
            )),
    },
    {
      title: '办理',
      cell: (row) =>
        may('review-secrecy') ? (
          <Button size="small" onClick={() => setOpen(row)}>
            评估
          </Button>
        ) : null,
    },
  ]
  return (
    <>
      <PageHead title="重新评估" note={<Statute of={cite('regulation', 18)} />} />
      <QueryTable
        query={withheld}
        rows={withheld.data}
        rowKey={({ documentId }) => documentId}
        columns={columns}
        empty="没有不予公开或者依申请公开的信息。"
      />
      {open === undefined ? null : (
        <FormDialog
          title={`重新评估：${open.title}`}
          route={disclosure.reReview}
          input={{ params: { documentId: open.documentId } }}
          toBody={(values) => ({ ...values, version: open.version })}
          done="评估结果已经登记"
          onDone={() => setOpen(undefined)}
          onClose={() => setOpen(undefined)}
        >
          <Field name="outcome" extra="转为主动公开的，转为草稿，自今天起20个工作日内公开。">
            <Radio.Group options={OUTCOMES} />
          </Field>
          <Field name="reason">
            <Input.TextArea autoSize={{ minRows: 2 }} maxLength={1000} />
          </Field>
        </FormDialog>
      )}
    </>
  )
}
