import { type DisputeCaseView, remedies } from '@mingfu/contract'
import { DISPUTE_STEPS } from '@mingfu/law'
import { useState } from 'react'
import { ActButton } from '../session/act-button.tsx'
import { Field, FormDialog } from '../session/contract-form.tsx'
import { Gate } from '../session/gate.tsx'
import {
  Button,
  Card,
  DayField,
  dayText,
  Empty,
  Form,
  Input,
  momentText,
  Select,
  Statute,
  Timeline,
  Typography,
} from '../ui/index.ts'

const OPTIONS = Object.entries(DISPUTE_STEPS).map(([value, { label }]) => ({ value, label }))

/** 进展: what was handed in, heard, suspended and received, each by its article. */
export function StepsCard({ file: { dispute, steps } }: { file: DisputeCaseView }) {
  const [adding, setAdding] = useState(false)
  const { disputeId } = dispute
  return (
    <Card
      title="进展"
      extra={
        <Gate permission="record-dispute">
          <Button size="small" onClick={() => setAdding(true)}>
            登记进展
          </Button>
        </Gate>
      }
    >
      {steps.length === 0 ? (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description="提交答复和证据、开庭、收到决定书或者裁判文书后，在这里登记。"
        />
      ) : (
        <Timeline
          items={steps.map(({ stepId, kind, on, until, note, actor, recordedAt, basis }) => ({
            key: stepId,
            content: (
              <>
                <strong>{DISPUTE_STEPS[kind].label}</strong>　{dayText(on)}
                {until === null ? null : <div>延长至{dayText(until)}</div>}
                {note === '' ? null : <div className="detail">{note}</div>}
                <div>
                  <Statute of={basis} />
                </div>
                <Typography.Text type="secondary">
                  {actor}，{momentText(recordedAt)}登记
                </Typography.Text>
                <Gate permission="record-dispute">
                  <div>
                    <ActButton
                      size="small"
                      type="text"
                      danger
                      route={remedies.strikeStep}
                      input={{ params: { disputeId, stepId } }}
                      confirm={{
                        title: '划去这项进展？',
                        content: '期限随之重新计算；登记和划去都留在审计日志中。',
                      }}
                      done="已经划去"
                    >
                      登记有误，划去
                    </ActButton>
                  </div>
                </Gate>
              </>
            ),
          }))}
        />
      )}
      {adding ? (
        <FormDialog
          route={remedies.recordStep}
          input={{ params: { disputeId } }}
          title="登记进展"
          submit="登记"
          done="进展已经登记"
          onDone={() => setAdding(false)}
          onClose={() => setAdding(false)}
        >
          <StepFields />
        </FormDialog>
      ) : null}
    </Card>
  )
}

function StepFields() {
  const kind = Form.useWatch('kind')
  return (
    <>
      <Field name="kind">
        <Select options={OPTIONS} />
      </Field>
      <Field name="on">
        <DayField />
      </Field>
      {kind === 'extended' ? (
        <Field
          name="until"
          extra="复议普通程序延长30日的，系统按法定期限计算，可以不填；法院批准延长的，填写批准的日期。"
        >
          <DayField />
        </Field>
      ) : null}
      <Field name="note">
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Field>
    </>
  )
}
