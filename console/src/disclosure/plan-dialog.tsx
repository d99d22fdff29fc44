import { type CatalogueDutyView, catalogue } from '@mingfu/contract'
import { Field, FormDialog } from '../session/contract-form.tsx'
import { DayField, Input } from '../ui/index.ts'

/** 公开计划 of a duty that has no item yet; an empty day takes the plan back. */
export function PlanDialog({ duty, onClose }: { duty: CatalogueDutyView; onClose: () => void }) {
  return (
    <FormDialog
      title={`公开计划：${duty.path.join(' › ')}`}
      route={catalogue.plan}
      input={{ params: { entryId: duty.entryId } }}
      initial={{ plannedOn: duty.plannedOn, note: duty.planNote }}
      done="公开计划已经保存"
      onDone={onClose}
      onClose={onClose}
    >
      <Field name="plannedOn" extra="不填的，取消计划。">
        <DayField />
      </Field>
      <Field name="note">
        <Input maxLength={200} />
      </Field>
    </FormDialog>
  )
}
