import { agencies, type StaffView } from '@mingfu/contract'
import { Field, FormDialog } from '../session/contract-form.tsx'
import { Input, Typography } from '../ui/index.ts'

type Props = Readonly<{ agencyId: string; member: StaffView; onClose: () => void }>

/** 登记联系方式: written anew, for what is on file is shown to nobody but the person. */
export function ContactDialog({ agencyId, member, onClose }: Props) {
  const known = [member.mail, member.mobile].flatMap((address) => address ?? [])
  return (
    <FormDialog
      title={`登记${member.name}的联系方式`}
      route={agencies.setStaffContact}
      input={{ params: { staffId: member.staffId }, query: { agencyId } }}
      done="联系方式已经登记"
      onDone={onClose}
      onClose={onClose}
    >
      <Typography.Paragraph type="secondary">
        用于催办、交接和督办的提醒，加密保存；提醒的方式和时段由本人在“个人设置”中选择。
        {known.length === 0 ? '' : `现在登记的是${known.join('、')}，保存后以新填写的为准，不填的删除。`}
      </Typography.Paragraph>
      <Field name="mail">
        <Input type="email" autoComplete="off" />
      </Field>
      <Field name="mobile">
        <Input inputMode="tel" autoComplete="off" maxLength={11} />
      </Field>
    </FormDialog>
  )
}
