import { isCreditCode, isResidentNumber } from '@mingfu/law'
import { Field } from '../session/contract-form.tsx'
import { Alert, Checkbox, Form, Input, Radio, Select } from '../ui/index.ts'
import { IDENTITY_OPTIONS } from './words.ts'

/** 申请人 as the paper says it. A number that cannot be right is registered all the same, with a hint. */
export function ApplicantFields() {
  const kind = Form.useWatch(['applicant', 'kind'])
  const organisation = kind === 'organisation'
  return (
    <>
      <Field name={['applicant', 'kind']}>
        <Radio.Group
          options={[
            { value: 'person', label: '公民' },
            { value: 'organisation', label: '法人或者其他组织' },
          ]}
        />
      </Field>
      <Field name={['applicant', 'name']} label={organisation ? '名称' : '姓名'}>
        <Input />
      </Field>
      {organisation ? null : (
        <Field name={['applicant', 'identityKind']}>
          <Select options={IDENTITY_OPTIONS} />
        </Field>
      )}
      <Field name={['applicant', 'identityNumber']} label={organisation ? '统一社会信用代码' : '证件号码'}>
        <Input />
      </Field>
      <NumberDoubt organisation={organisation} />
      {organisation ? (
        <>
          <Field name={['applicant', 'legalRepresentative']}>
            <Input />
          </Field>
          <Field name={['applicant', 'contactName']}>
            <Input />
          </Field>
        </>
      ) : (
        <Field name={['applicant', 'employer']}>
          <Input />
        </Field>
      )}
      <Field name={['applicant', 'contact', 'address']}>
        <Input />
      </Field>
      <div className="pairs">
        <Field name={['applicant', 'contact', 'phone']}>
          <Input inputMode="tel" />
        </Field>
        <Field name={['applicant', 'contact', 'postcode']}>
          <Input inputMode="numeric" />
        </Field>
        <Field name={['applicant', 'contact', 'email']}>
          <Input inputMode="email" />
        </Field>
        <Field name={['applicant', 'contact', 'fax']}>
          <Input inputMode="tel" />
        </Field>
      </div>
      <Form.Item name={['applicant', 'hasAgent']} valuePropName="checked">
        <Checkbox>由代理人、监护人代为申请</Checkbox>
      </Form.Item>
      <AgentFields />
    </>
  )
}

function NumberDoubt({ organisation }: { organisation: boolean }) {
  const number = Form.useWatch(['applicant', 'identityNumber']) as string | undefined
  const identityKind = Form.useWatch(['applicant', 'identityKind'])
  if (number === undefined || number.trim() === '') return null
  const fits = organisation
    ? isCreditCode(number)
    : identityKind !== 'resident-id' || isResidentNumber(number)
  return fits ? null : (
    <Alert
      type="warning"
      showIcon
      className="below"
      title="号码的校验位不符，请与申请人核对；仍可登记，之后告知补正。"
    />
  )
}

function AgentFields() {
  if (Form.useWatch(['applicant', 'hasAgent']) !== true) return null
  return (
    <>
      <Field name={['applicant', 'agent', 'name']} label="代理人姓名">
        <Input />
      </Field>
      <Field name={['applicant', 'agent', 'identityNumber']} label="代理人证件号码">
        <Input />
      </Field>
      <Field name={['applicant', 'agent', 'phone']} label="代理人电话">
        <Input inputMode="tel" />
      </Field>
      <Field
        name={['applicant', 'agent', 'authority']}
        label="代理权限"
        extra="如：授权委托书、监护关系证明。"
      >
        <Input />
      </Field>
    </>
  )
}
