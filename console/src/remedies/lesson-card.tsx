import { type DisputeCaseView, remedies } from '@mingfu/contract'
import { FAILED_STEPS } from '@mingfu/law'
import { useState } from 'react'
import { Field, FormDialog } from '../session/contract-form.tsx'
import { Gate } from '../session/gate.tsx'
import {
  Alert,
  Button,
  Card,
  DayField,
  Descriptions,
  dayText,
  Flex,
  Input,
  Select,
  Statute,
  Typography,
} from '../ui/index.ts'
import { stepOptions } from './words.ts'

/** 原因分析: which step failed, why, and what is done about it; and what the file itself points to. */
export function LessonCard({ file: { dispute, hints } }: { file: DisputeCaseView }) {
  const [writing, setWriting] = useState(false)
  const { disputeId, version, outcome, failedStep, lesson, measure, measureDueOn, measureDoneOn } = dispute
  const corrected = outcome === 'corrected'
  if (!corrected && hints.length === 0) return null
  return (
    <Card
      title={corrected ? '原因分析' : '案卷提示'}
      extra={
        corrected ? (
          <Gate permission="record-dispute">
            <Button size="small" onClick={() => setWriting(true)}>
              {lesson === '' ? '登记原因分析' : '修改'}
            </Button>
          </Gate>
        ) : null
      }
    >
      <Flex vertical gap="middle">
        {corrected && failedStep !== null ? (
          <Descriptions
            column={1}
            size="small"
            items={[
              ['出问题的环节', FAILED_STEPS[failedStep].label],
              ['原因分析', lesson === '' ? '还没有登记' : lesson],
              ['改进措施', measure],
              ['完成期限', measureDueOn === null ? '' : dayText(measureDueOn)],
              ['完成日期', measureDoneOn === null ? '' : dayText(measureDoneOn)],
            ]
              .filter(([, text]) => text !== '')
              .map(([label, text]) => ({
                key: label ?? '',
                label,
                children: <span className="detail">{text}</span>,
              }))}
          />
        ) : null}
        {hints.map(({ step, text, basis }) => (
          <Alert
            key={text}
            type="info"
            showIcon
            title={`${FAILED_STEPS[step].label}：${text}`}
            description={<Statute of={basis} />}
          />
        ))}
        {hints.length === 0 ? null : (
          <Typography.Text type="secondary">提示由案卷记载得出，供应诉和分析参考，由人判断。</Typography.Text>
        )}
      </Flex>
      {writing ? (
        <FormDialog
          route={remedies.saveLesson}
          input={{ params: { disputeId } }}
          title="原因分析和改进措施"
          done="已经登记"
          onDone={() => setWriting(false)}
          onClose={() => setWriting(false)}
          initial={{ failedStep, lesson, measure, measureDueOn, measureDoneOn }}
          toBody={(values) => ({ ...values, version })}
        >
          <Field name="failedStep">
            <Select options={stepOptions} />
          </Field>
          <Field name="lesson">
            <Input.TextArea autoSize={{ minRows: 3 }} />
          </Field>
          <Field name="measure">
            <Input.TextArea autoSize={{ minRows: 2 }} />
          </Field>
          <Field name="measureDueOn">
            <DayField />
          </Field>
          <Field name="measureDoneOn">
            <DayField />
          </Field>
        </FormDialog>
      ) : null}
    </Card>
  )
}
