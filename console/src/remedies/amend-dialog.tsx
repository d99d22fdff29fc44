import { type DisputeView, remedies } from '@mingfu/contract'
import { FormDialog } from '../session/contract-form.tsx'
import { DisputeFields } from './dispute-fields.tsx'

/** 补充、更正登记. */
export function AmendDialog({ dispute, onClose }: { dispute: DisputeView; onClose: () => void }) {
  const { disputeId, requestId, version } = dispute
  const { block, role, organ, caseNumber, filedOn, copyReceivedOn, acceptedOn, procedure, note } = dispute
  return (
    <FormDialog
      route={remedies.amend}
      input={{ params: { disputeId } }}
      title="补充、更正登记"
      done="登记已经更正"
      onDone={onClose}
      onClose={onClose}
      initial={{ block, role, organ, caseNumber, filedOn, copyReceivedOn, acceptedOn, procedure, note }}
      toBody={(values) => ({ procedure, ...values, requestId, version })}
    >
      <DisputeFields />
    </FormDialog>
  )
}
