import { type AgencyView, agencies } from '@mingfu/contract'
import { citationsText, RULE_MAKERS } from '@mingfu/law'
import { Field, FormDialog } from '../session/contract-form.tsx'
import { Checkbox, Form, Input, Select } from '../ui/index.ts'
import { ORG_TYPES } from './words.ts'

type Props = Readonly<{
  /** Which to change; without one, a new one below `ownId`. */
  organ: AgencyView | undefined
  organs: readonly AgencyView[]
  ownId: string
  onClose: () => void
}>

/** 设立下级机关, or change what is on record about one. */
export function OrganDialog({ organ, organs, ownId, onClose }: Props) {
  if (organ !== undefined) {
    return (
      <FormDialog
        title={`修改${organ.name}`}
        route={agencies.updateAgency}
        input={{ params: { agencyId: organ.agencyId } }}
        initial={organ}
        done="已保存"
        onDone={onClose}
        onClose={onClose}
      >
        <OrganFields />
      </FormDialog>
    )
  }
  return (
    <FormDialog
      title="设立下级机关"
      route={agencies.createAgency}
      initial={{ parentId: ownId, canMakeRegulations: false }}
      submit="设立"
      done="已设立"
      onDone={onClose}
      onClose={onClose}
    >
      <Field name="parentId">
        <Select options={organs.map(({ agencyId: value, name: label }) => ({ value, label }))} />
      </Field>
      <Field name="slug" extra="小写字母、数字、横线，如 caizheng；设立后不能更改">
        <Input autoComplete="off" />
      </Field>
      <OrganFields />
    </FormDialog>
  )
}

const MAY_MAKE_RULES = ['government', 'department']
const WHO_MAKES_RULES = `有权制定的：${Object.values(RULE_MAKERS)
  .map(({ who }) => who)
  .join(
    '；',
  )}。按行政区划代码、网站标识码核对（${citationsText([RULE_MAKERS.ministry.basis, RULE_MAKERS.city.basis])}）。`

function OrganFields() {
  return (
    <>
      <Field name="name">
        <Input />
      </Field>
      <Field name="shortName">
        <Input />
      </Field>
      <Field name="orgType">
        <Select options={Object.entries(ORG_TYPES).map(([value, label]) => ({ value, label }))} />
      </Field>
      <Form.Item noStyle dependencies={['orgType']}>
        {({ getFieldValue }) =>
          MAY_MAKE_RULES.includes(getFieldValue('orgType')) ? (
            <Field name="canMakeRegulations" label={null} valuePropName="checked" extra={WHO_MAKES_RULES}>
              <Checkbox>有权制定规章</Checkbox>
            </Field>
          ) : null
        }
      </Form.Item>
      <Field name="documentWord" extra="答复书文号的开头，如“鸭管公开”">
        <Input />
      </Field>
      <Field name="reconsiderationOrgan" extra="写入答复书的救济途径">
        <Input />
      </Field>
      <Field name="court" extra="写入答复书的救济途径">
        <Input />
      </Field>
      <Field name="creditCode">
        <Input />
      </Field>
      <Field name="regionCode">
        <Input inputMode="numeric" />
      </Field>
      <Field name="siteIdCode">
        <Input inputMode="numeric" />
      </Field>
      <Field name="siteDomain">
        <Input inputMode="url" />
      </Field>
    </>
  )
}
