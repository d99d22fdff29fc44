import { SUPERVISION_KINDS, supervision } from '@mingfu/contract'
import { useState } from 'react'
import { Field, FormDialog } from '../session/contract-form.tsx'
import { useCall } from '../session/use-call.ts'
import {
  Button,
  DayField,
  dayText,
  Input,
  InputNumber,
  PageHead,
  QueryTable,
  Select,
  Tag,
} from '../ui/index.ts'
import { AgencyField } from './agency-field.tsx'

/** 监督检查、考核、社会评议、责任追究 of the agencies below. */
export default function RecordsPage() {
  const records = useCall(supervision.listRecords)
  const [adding, setAdding] = useState(false)
  const close = () => setAdding(false)
  return (
    <>
      <PageHead
        title="检查考核"
        note="对下级机关的监督检查、考核、社会评议和责任追究。"
        actions={
          <Button type="primary" onClick={() => setAdding(true)}>
            登记
          </Button>
        }
      />
      <QueryTable
        query={records}
        rows={records.data}
        rowKey={({ recordId }) => recordId}
        empty="还没有登记"
        columns={[
          { title: '名称', cell: ({ title }) => title },
          { title: '类别', cell: ({ kind }) => <Tag>{SUPERVISION_KINDS[kind]}</Tag> },
          { title: '机关', cell: ({ aboutName }) => aboutName },
          { title: '日期', cell: ({ heldOn }) => dayText(heldOn) },
          { title: '得分', align: 'right', cell: ({ score }) => score ?? '—' },
          { title: '情况和问题', cell: ({ findings }) => <span className="detail">{findings}</span> },
          {
            title: '整改',
            cell: ({ rectifyBy, rectifiedOn }) =>
              rectifiedOn !== null
                ? `${dayText(rectifiedOn)}完成`
                : rectifyBy !== null
                  ? `${dayText(rectifyBy)}前`
                  : '—',
          },
        ]}
      />
      {adding ? (
        <FormDialog
          route={supervision.record}
          title="登记监督记录"
          submit="登记"
          done="已经登记"
          onDone={close}
          onClose={close}
        >
          <AgencyField name="aboutAgencyId" />
          <Field name="kind">
            <Select options={Object.entries(SUPERVISION_KINDS).map(([value, label]) => ({ value, label }))} />
          </Field>
          <Field name="title">
            <Input />
          </Field>
          <Field name="heldOn">
            <DayField />
          </Field>
          <Field name="findings">
            <Input.TextArea autoSize={{ minRows: 3 }} />
          </Field>
          <Field name="score">
            <InputNumber min={0} />
          </Field>
          <Field name="rectifyBy">
            <DayField />
          </Field>
          <Field name="rectifiedOn">
            <DayField />
          </Field>
        </FormDialog>
      ) : null}
    </>
  )
}
