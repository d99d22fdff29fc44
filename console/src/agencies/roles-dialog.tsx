import { agencies, type StaffView } from '@mingfu/contract'
import { Field, FormDialog } from '../session/contract-form.tsx'
import { Checkbox, Flex, Typography } from '../ui/index.ts'
import { ROLE_IDS, ROLES } from './words.ts'

type Props = Readonly<{ agencyId: string; member: StaffView; onClose: () => void }>

/** 授权: what somebody may do from now on. */
export function RolesDialog({ agencyId, member, onClose }: Props) {
  return (
    <FormDialog
      title={`授予${member.name}角色`}
      route={agencies.assignRoles}
      input={{ params: { staffId: member.staffId }, query: { agencyId } }}
      initial={{ roles: member.roles }}
      done="角色已经授予"
      onDone={onClose}
      onClose={onClose}
    >
      <Field name="roles" extra="系统管理员、安全管理员、审计管理员应当分设，不兼任其他角色。">
        <Checkbox.Group>
          <Flex vertical gap="small">
            {ROLE_IDS.map((role) => (
              <Checkbox key={role} value={role}>
                {ROLES[role].title}
                <Typography.Text type="secondary">　{ROLES[role].does}</Typography.Text>
              </Checkbox>
            ))}
          </Flex>
        </Checkbox.Group>
      </Field>
    </FormDialog>
  )
}
