import { type ContentKind, citationText, formFaults, type SimpleField, tidyForm } from '@mingfu/law'
import { Form } from '../../ui/index.ts'
import { ValueInput } from './value-input.tsx'

type Props = Readonly<{ kind: ContentKind; name: string; field: SimpleField }>

/** One field of a content form. A draft may lack it; what is filled in has to be of its type. */
export function ValueField({ kind, name, field }: Props) {
  const { label, hint, basis, required } = field
  const extra = [hint, basis === null ? '' : `依据：${citationText(basis)}。`].join('')
  return (
    <Form.Item
      name={['form', name]}
      label={label}
      required={required}
      {...(extra === '' ? {} : { extra })}
      validateTrigger="onBlur"
      rules={[
        {
          validator: async (_rule, value: unknown) => {
            const form = tidyForm(kind, { [name]: (value ?? '') as string })
            const fault = form[name] === undefined ? undefined : formFaults(kind, form)[name]
            if (fault !== undefined) throw new Error(fault)
          },
        },
      ]}
    >
      <ValueInput field={field} />
    </Form.Item>
  )
}
