import { PROOF_ITEMS } from '@mingfu/law'
import { Field } from '../session/contract-form.tsx'
import { Checkbox } from '../ui/index.ts'
import { optionsOf } from './words.ts'

/** 校对: at every level of 三审三校 each of these is read before it is signed; none is ticked beforehand. */
export function ProofField() {
  return (
    <Field name="proofread" label="本级校对" extra="逐项核对后勾选；有错误的，退回修改。">
      <Checkbox.Group options={optionsOf(PROOF_ITEMS)} className="stacked" />
    </Field>
  )
}
