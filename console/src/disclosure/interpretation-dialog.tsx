import { type DocumentFileView, disclosure } from '@mingfu/contract'
import { useState } from 'react'
import { Field, FormDialog } from '../session/contract-form.tsx'
import { DayField, Input } from '../ui/index.ts'

/** 解读计划 of a document that is out already; its published text stays as it is. */
export function InterpretationDialog({
  file,
  onClose,
}: Readonly<{ file: DocumentFileView; onClose: () => void }>) {
  const [version] = useState(file.version)
  return (
    <FormDialog
      title="解读计划"
      route={disclosure.planInterpretation}
      input={{ params: { documentId: file.documentId } }}
      initial={{ ...file.interpretation, exemption: file.interpretation.exemption ?? '' }}
      toBody={(values) => ({ ...values, version })}
      done="解读计划已经登记"
      onDone={onClose}
      onClose={onClose}
    >
      <Field name="plannedOn" extra="不晚于文件公布后3个工作日。">
        <DayField />
      </Field>
      <Field name="exemption" extra="不解读的，写明理由，不填日期。">
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={300} />
      </Field>
    </FormDialog>
  )
}
