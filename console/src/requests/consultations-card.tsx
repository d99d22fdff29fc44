import type { ConsultationView, RequestView } from '@mingfu/contract'
import { CONSULTED_PARTIES } from '@mingfu/law'
import { type ComponentType, useState } from 'react'
import { Gate } from '../session/gate.tsx'
import { Button, Card, Descriptions, dayText, Flex, Tag } from '../ui/index.ts'
import {
  AnswerConsultationDialog,
  DeliverConsultationDialog,
  LapseConsultationDialog,
} from './consultation-dialogs.tsx'
import { OverrideDialog } from './override-dialog.tsx'
import type { DialogProps } from './use-on.ts'

type Dialog = ComponentType<DialogProps & Readonly<{ consultation: ConsultationView }>>

const ANSWERS = { consent: '同意公开', refusal: '不同意公开', silence: '逾期未提出意见' } as const

/** 征求意见: who was asked, when the letter arrived, what came back. */
export function ConsultationsCard({ file }: { file: RequestView }) {
  const [open, setOpen] = useState<Readonly<{ Dialog: Dialog; consultation: ConsultationView }>>()
  if (file.consultations.length === 0) return null
  return (
    <Card title="征求意见">
      {file.consultations.map((consultation) => (
        <div key={consultation.consultationId} className="case-part">
          <Descriptions
            column={1}
            size="small"
            title={CONSULTED_PARTIES[consultation.with].label}
            items={itemsOf(consultation)}
          />
          {consultation.closedOn === null ? (
            <Gate permission="handle-request">
              <Flex wrap gap="small">
                {consultation.deliveredOn === null ? (
                  <Button
                    size="small"
                    onClick={() => setOpen({ Dialog: DeliverConsultationDialog, consultation })}
                  >
                    登记送达
                  </Button>
                ) : null}
                <Button
                  size="small"
                  onClick={() => setOpen({ Dialog: AnswerConsultationDialog, consultation })}
                >
                  收到意见
                </Button>
                <Button
                  size="small"
                  onClick={() => setOpen({ Dialog: LapseConsultationDialog, consultation })}
                >
                  逾期未提出意见
                </Button>
              </Flex>
            </Gate>
          ) : null}
          {consultation.with === 'third-party' && consultation.answer === 'refusal' ? (
            <Gate permission="approve-decision">
              <Button size="small" onClick={() => setOpen({ Dialog: OverrideDialog, consultation })}>
                告知第三方决定公开
              </Button>
            </Gate>
          ) : null}
        </div>
      ))}
      {open === undefined ? null : (
        <open.Dialog file={file} consultation={open.consultation} onClose={() => setOpen(undefined)} />
      )}
    </Card>
  )
}

function itemsOf(one: ConsultationView) {
  const rows: readonly (readonly [string, React.ReactNode])[] = [
    ['名称或者姓名', one.partyName],
    ['联系方式', one.partyContact],
    ['所涉信息', one.subject],
    ['发出', dayText(one.sentOn)],
    ['送达', dayText(one.deliveredOn)],
    ['提出意见的期限', dayText(one.respondBy)],
    ['意见', one.answer === null ? <Tag key="open">等待意见</Tag> : ANSWERS[one.answer]],
    ['意见内容', one.opinion ?? ''],
  ]
  return rows
    .filter(([, children]) => children !== '')
    .map(([label, children]) => ({ key: label, label, children }))
}
