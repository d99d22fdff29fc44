import type { SimpleField } from '@mingfu/law'
import { DayField, Input, Select } from '../../ui/index.ts'
import { DocumentChoice } from './document-choice.tsx'

/** What the form hands to an input; whatever else it gives goes along. */
type Bound = Readonly<{ id?: string; value?: string & string[]; onChange?: (value: unknown) => void }>

/** The input for a type of field. */
export function ValueInput({ field, ...bound }: Bound & { field: SimpleField }) {
  const { type, options } = field
  const choices = options.map((value) => ({ value, label: value }))
  switch (type) {
    case 'text':
      return <Input.TextArea autoSize={{ minRows: 2, maxRows: 14 }} maxLength={4000} {...bound} />
    case 'day':
      return <DayField {...bound} />
    case 'choice':
      return <Select allowClear options={choices} {...bound} />
    case 'choices':
      return <Select mode="multiple" options={choices} {...bound} />
    case 'document':
      return <DocumentChoice {...bound} />
    case 'year':
      return <Input inputMode="numeric" maxLength={5} {...bound} />
    case 'number':
    case 'wan-yuan':
      return <Input inputMode="decimal" maxLength={24} {...bound} />
    case 'line':
    case 'person':
    case 'party':
    case 'credit-code':
    case 'phone':
      return <Input maxLength={300} {...bound} />
  }
}
