import { REMEDY_PERIODS } from '@mingfu/law'
import { Field } from '../session/contract-form.tsx'
import { DayField, Form, Input, Select } from '../ui/index.ts'
import { BLOCKS, optionsOf, PROCEDURES, ROLES } from './words.ts'

/** What is entered of a case before it is decided. */
export function DisputeFields() {
  const block = Form.useWatch('block')
  return (
    <>
      <Field name="block">
        <Select options={optionsOf(BLOCKS)} />
      </Field>
      <Field name="role" extra="本机关作为复议机关与原机关共同被诉的，只由原机关统计。">
        <Select options={optionsOf(ROLES)} />
      </Field>
      <Field name="organ">
        <Input />
      </Field>
      <Field name="caseNumber">
        <Input />
      </Field>
      <Field name="filedOn">
        <DayField />
      </Field>
      <Field name="copyReceivedOn" extra="答复、举证期限由此起算。">
        <DayField />
      </Field>
      <Field name="acceptedOn">
        <DayField />
      </Field>
      {block === 'review' ? (
        <Field
          name="procedure"
          extra={`政府信息公开案件可以适用简易程序，书面答复期限为${REMEDY_PERIODS['answer-simplified'].length}个工作日。`}
        >
          <Select options={optionsOf(PROCEDURES)} />
        </Field>
      ) : null}
      <Field name="note">
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Field>
    </>
  )
}
