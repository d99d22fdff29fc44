import { agencies, type StaffView } from '@mingfu/contract'
import { useState } from 'react'
import { ActButton } from '../session/act-button.tsx'
import { Gate } from '../session/gate.tsx'
import { useCall } from '../session/use-call.ts'
import { useSession } from '../session/use-session.ts'
import {
  Button,
  type Column,
  Flex,
  momentText,
  PageHead,
  QueryTable,
  Space,
  Tag,
  Typography,
} from '../ui/index.ts'
import { useAgencyChoice } from './agency-choice.tsx'
import { ContactDialog } from './contact-dialog.tsx'
import { type FirstPassword, FirstPasswordDialog } from './first-password-dialog.tsx'
import { RolesDialog } from './roles-dialog.tsx'
import { StaffDialog } from './staff-dialog.tsx'
import { ROLES } from './words.ts'

type Open =
  | Readonly<{ dialog: 'create' }>
  | Readonly<{ dialog: 'edit' | 'roles' | 'contact'; member: StaffView }>
  | Readonly<{ dialog: 'password'; first: FirstPassword }>

/** 工作人员: accounts by the system administrator, roles by the security administrator. */
export default function StaffPage() {
  const { agencyId, choice } = useAgencyChoice()
  const staff = useCall(agencies.listStaff, { query: { agencyId } })
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const columns: readonly Column<StaffView>[] = [
    { title: '姓名', cell: ({ name }) => name, width: 92 },
    { title: '登录名', cell: ({ login }) => login },
    { title: '内设机构', cell: ({ departmentName }) => departmentName ?? '—' },
    { title: '角色', cell: (member) => <Roles member={member} /> },
    { title: '接收提醒', cell: (member) => <Contact member={member} /> },
    { title: '状态', cell: (member) => <State member={member} /> },
    { title: '最近登录', cell: ({ lastSignInAt }) => momentText(lastSignInAt) },
    {
      title: '操作',
      cell: (member) => <Acts member={member} agencyId={agencyId} onOpen={setOpen} />,
    },
  ]
  return (
    <>
      <PageHead
        title="工作人员"
        note="账户由系统管理员建立，角色由安全管理员授予，两者不得为同一人。"
        actions={
          <>
            {choice}
            <Gate permission="manage-staff">
              <Button type="primary" onClick={() => setOpen({ dialog: 'create' })}>
                增加工作人员
              </Button>
            </Gate>
          </>
        }
      />
      <QueryTable
        query={staff}
        rows={staff.data}
        columns={columns}
        rowKey={({ staffId }) => staffId}
        empty="还没有工作人员。"
      />
      {open?.dialog === 'create' ? (
        <StaffDialog
          agencyId={agencyId}
          onClose={close}
          onCreated={(first) => setOpen({ dialog: 'password', first })}
        />
      ) : null}
      {open?.dialog === 'edit' ? (
        <StaffDialog agencyId={agencyId} member={open.member} onClose={close} />
      ) : null}
      {open?.dialog === 'roles' ? (
        <RolesDialog agencyId={agencyId} member={open.member} onClose={close} />
      ) : null}
      {open?.dialog === 'contact' ? (
        <ContactDialog agencyId={agencyId} member={open.member} onClose={close} />
      ) : null}
      {open?.dialog === 'password' ? <FirstPasswordDialog first={open.first} onClose={close} /> : null}
    </>
  )
}

function Roles({ member: { roles } }: { member: StaffView }) {
  if (roles.length === 0) return <Tag color="warning">待授权</Tag>
  return (
    <Space size={4} wrap>
      {roles.map((role) => (
        <Tag key={role}>{ROLES[role].title}</Tag>
      ))}
    </Space>
  )
}

function Contact({ member: { mail, mobile } }: { member: StaffView }) {
  if (mail === null && mobile === null) return <Typography.Text type="secondary">没有登记</Typography.Text>
  return (
    <Flex vertical>
      {[mail, mobile].map((address) => (address === null ? null : <span key={address}>{address}</span>))}
    </Flex>
  )
}

function State({ member: { disabled, unused, locked, secondFactor } }: { member: StaffView }) {
  if (disabled) return <Tag>{unused ? '久未登录停用' : '停用'}</Tag>
  return (
    <Space size={4} wrap>
      {locked ? <Tag color="warning">暂时锁定</Tag> : <Tag color="success">在用</Tag>}
      {secondFactor ? <Tag>动态口令</Tag> : null}
    </Space>
  )
}

type ActsProps = Readonly<{ member: StaffView; agencyId: string; onOpen: (open: Open) => void }>

function Acts({ member, agencyId, onOpen }: ActsProps) {
  const { data: me } = useSession()
  const input = { params: { staffId: member.staffId }, query: { agencyId } }
  const oneself = me?.staffId === member.staffId
  return (
    <Flex gap={6} wrap>
      <Gate permission="assign-roles">
        <Button size="small" disabled={oneself} onClick={() => onOpen({ dialog: 'roles', member })}>
          授权
        </Button>
        {member.secondFactor ? (
          <ActButton
            size="small"
            disabled={oneself}
            route={agencies.resetSecondFactor}
            input={input}
            done={`${member.name}的动态口令已经重置`}
            confirm={{
              title: `重置${member.name}的动态口令？`,
              content: '请当面核实本人身份。已有的登录随即失效；本人下次只凭密码登录，再重新设置。',
              okText: '重置',
            }}
          >
            重置动态口令
          </ActButton>
        ) : null}
      </Gate>
      <Gate permission="manage-staff">
        <Button size="small" onClick={() => onOpen({ dialog: 'edit', member })}>
          修改
        </Button>
        <Button size="small" onClick={() => onOpen({ dialog: 'contact', member })}>
          联系方式
        </Button>
        <ActButton
          size="small"
          route={agencies.resetPassword}
          input={input}
          confirm={{
            title: `重置${member.name}的密码？`,
            content: '原来的密码和已有的登录随即失效。新密码只显示一次。',
            okText: '重置',
          }}
          onDone={({ password }) =>
            onOpen({ dialog: 'password', first: { name: member.name, login: member.login, password } })
          }
        >
          重置密码
        </ActButton>
        {member.disabled ? (
          <ActButton size="small" route={agencies.enableStaff} input={input} done={`${member.name}已恢复`}>
            恢复
          </ActButton>
        ) : (
          <ActButton
            size="small"
            danger
            disabled={oneself}
            route={agencies.disableStaff}
            input={input}
            done={`${member.name}已停用`}
            confirm={{
              title: `停用${member.name}的账户？`,
              content:
                '停用后不能登录；以往办理的记录不变，需要时可以恢复。名下有在办申请的，请公开工作机构负责人办理工作交接；没有交接的，提醒转给负责人。',
              okText: '停用',
            }}
          >
            停用
          </ActButton>
        )}
      </Gate>
    </Flex>
  )
}
