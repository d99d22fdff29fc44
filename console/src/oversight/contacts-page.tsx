import { type ContactView, contacts, type UnitContactsView } from '@mingfu/contract'
import { useState } from 'react'
import { Field, FormDialog } from '../session/contract-form.tsx'
import { Gate } from '../session/gate.tsx'
import { useCall } from '../session/use-call.ts'
import {
  Alert,
  Button,
  DayField,
  dayText,
  Flex,
  Input,
  PageHead,
  QueryTable,
  Tag,
  Typography,
} from '../ui/index.ts'

type Dialog = Readonly<{ kind: 'appoint'; unit: UnitContactsView } | { kind: 'change'; contact: ContactView }>

/** 公开联系人: somebody in office in every unit, and trained within the year. */
export default function ContactsPage() {
  const units = useCall(contacts.list)
  const [dialog, setDialog] = useState<Dialog>()
  const close = () => setDialog(undefined)
  const faults = units.data?.flatMap((unit) => unit.faults) ?? []
  return (
    <>
      <PageHead title="公开联系人" note="每个单位有在任的联系人，十二个月内受过培训（条例第四十八条）。" />
      {faults.length === 0 ? null : (
        <Alert
          className="below"
          type="warning"
          showIcon
          title={`${faults.length}处需要处理`}
          description={faults.map((fault) => <div key={fault}>{fault}</div>)}
        />
      )}
      <QueryTable
        query={units}
        rows={units.data}
        rowKey={({ departmentId, unit }) => departmentId ?? unit}
        empty="还没有单位。"
        columns={[
          { title: '单位', cell: ({ unit }) => unit },
          { title: '在任联系人', cell: Current },
          { title: '历任', cell: Former },
          {
            title: '办理',
            cell: (unit) => {
              const current = inOffice(unit)
              return (
                <Gate permission="record-activity">
                  <Flex wrap gap="small">
                    <Button size="small" onClick={() => setDialog({ kind: 'appoint', unit })}>
                      {current === undefined ? '登记联系人' : '更换'}
                    </Button>
                    {current === undefined ? null : (
                      <Button size="small" onClick={() => setDialog({ kind: 'change', contact: current })}>
                        登记培训、离任
                      </Button>
                    )}
                  </Flex>
                </Gate>
              )
            },
          },
        ]}
      />
      {dialog?.kind === 'appoint' ? <AppointDialog unit={dialog.unit} onClose={close} /> : null}
      {dialog?.kind === 'change' ? <ChangeDialog contact={dialog.contact} onClose={close} /> : null}
    </>
  )
}

function inOffice({ contacts: all }: UnitContactsView): ContactView | undefined {
  return all.find(({ to }) => to === null)
}

function Current(unit: UnitContactsView) {
  const current = inOffice(unit)
  if (current === undefined) return <Tag color="error">没有在任的联系人</Tag>
  const { name, post, phone, from, trainedOn } = current
  return (
    <>
      <div>
        {name}　{post}　{phone}
      </div>
      <Typography.Text type="secondary">
        {dayText(from)}任职，{trainedOn === null ? '没有培训记录' : `${dayText(trainedOn)}培训`}
      </Typography.Text>
      {unit.faults.length === 0 ? null : <Tag color="warning">需要培训</Tag>}
    </>
  )
}

function Former({ contacts: all }: UnitContactsView) {
  return all
    .filter(({ to }) => to !== null)
    .slice(0, 3)
    .map(({ contactId, name, from, to, handover }) => (
      <div key={contactId}>
        {name}：{dayText(from)}至{dayText(to ?? '')}
        {handover === '' ? '' : `（${handover}）`}
      </div>
    ))
}

function AppointDialog({ unit, onClose }: { unit: UnitContactsView; onClose: () => void }) {
  const before = inOffice(unit)
  return (
    <FormDialog
      route={contacts.appoint}
      title={`${unit.unit}的公开联系人`}
      toBody={(values) => ({ ...values, departmentId: unit.departmentId })}
      done="已经登记"
      onDone={onClose}
      onClose={onClose}
    >
      <Field name="name">
        <Input />
      </Field>
      <Field name="post">
        <Input />
      </Field>
      <Field name="phone">
        <Input />
      </Field>
      <Field name="fromOn">
        <DayField />
      </Field>
      <Field name="trainedOn">
        <DayField />
      </Field>
      {before === undefined ? null : (
        <Field name="handover" extra={`${before.name}自前一日起离任。写明移交了哪些事项、台账和账户。`}>
          <Input.TextArea autoSize={{ minRows: 2 }} />
        </Field>
      )}
    </FormDialog>
  )
}

function ChangeDialog({ contact, onClose }: { contact: ContactView; onClose: () => void }) {
  const { contactId, version, trainedOn, phone } = contact
  return (
    <FormDialog
      route={contacts.change}
      input={{ params: { contactId } }}
      title={contact.name}
      initial={{ trainedOn, phone, toOn: null }}
      toBody={(values) => ({ ...values, version })}
      done="已经登记"
      onDone={onClose}
      onClose={onClose}
    >
      <Field name="trainedOn">
        <DayField />
      </Field>
      <Field name="phone">
        <Input />
      </Field>
      <Field name="toOn" extra="只在离任而还没有接替的人时填写；有接替的，请用“更换”。">
        <DayField />
      </Field>
    </FormDialog>
  )
}
