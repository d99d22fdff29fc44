import { supervision } from '@mingfu/contract'
import { Field } from '../session/contract-form.tsx'
import { useCall } from '../session/use-call.ts'
import { Select } from '../ui/index.ts'
import { useYear } from './year-choice.tsx'

/** One of the agencies below. */
export function AgencyField({ name }: { name: string }) {
  const standings = useCall(supervision.standings, { query: { year: useYear() } })
  const options =
    standings.data?.map(({ agencyId, shortName }) => ({ value: agencyId, label: shortName })) ?? []
  return (
    <Field name={name}>
      <Select options={options} loading={standings.isPending} showSearch={{ optionFilterProp: 'label' }} />
    </Field>
  )
}
