import { account } from '@mingfu/contract'
import { useState } from 'react'
import { ContractForm, Field, FormDialog } from '../session/contract-form.tsx'
import { useCall } from '../session/use-call.ts'
import {
  Alert,
  Button,
  Card,
  ErrorNote,
  Flex,
  Input,
  momentText,
  Space,
  Spin,
  Tag,
  Typography,
} from '../ui/index.ts'
import './account.css'
import { QrCode } from './qr-code.tsx'
import { RecoveryCodesDialog } from './recovery-codes-dialog.tsx'

type Open = 'begin' | 'renew' | 'stop'

/** 动态口令: to set up, to stop, to change the recovery codes of. */
export function SecondFactorCard({ onCodesNoted }: { onCodesNoted?: () => void }) {
  const mine = useCall(account.secondFactor)
  const [open, setOpen] = useState<Open>()
  const [made, setMade] = useState<{ secret: string; uri: string }>()
  const [codes, setCodes] = useState<readonly string[]>()
  const close = () => setOpen(undefined)
  const on = mine.data?.onSince ?? null
  return (
    <Card title="动态口令（第二种身份鉴别）">
      <ErrorNote error={mine.error} />
      {mine.isPending ? <Spin /> : null}
      {mine.data?.offered === false ? (
        <Typography.Text type="secondary">本系统没有启用动态口令。</Typography.Text>
      ) : null}
      {mine.data?.offered && on === null && made === undefined ? (
        <Flex vertical gap="middle" align="start">
          <Typography.Text>
            除密码以外，登录时再输入手机应用上每30秒变换的6位数字。密码被他人知道时，账户仍然安全。
          </Typography.Text>
          <Button type="primary" onClick={() => setOpen('begin')}>
            设置动态口令
          </Button>
        </Flex>
      ) : null}
      {made === undefined || on !== null ? null : (
        <Confirm
          made={made}
          onConfirmed={(fresh) => {
            setMade(undefined)
            setCodes(fresh)
          }}
        />
      )}
      {mine.data?.offered && on !== null ? (
        <Flex vertical gap="middle" align="start">
          <Space wrap>
            <Tag color="success">已启用</Tag>
            <Typography.Text>
              {momentText(on)}启用，还有{mine.data.recoveryCodesLeft}个恢复码
            </Typography.Text>
          </Space>
          {mine.data.recoveryCodesLeft <= 3 ? (
            <Alert type="warning" showIcon title="恢复码快用完了，请更换一组并妥善保存。" />
          ) : null}
          <Flex gap="small" wrap>
            <Button onClick={() => setOpen('renew')}>更换恢复码</Button>
            <Button danger onClick={() => setOpen('stop')}>
              {mine.data.needed ? '停用并重新设置' : '停用'}
            </Button>
          </Flex>
        </Flex>
      ) : null}
      {open === 'begin' ? (
        <FormDialog
          title="设置动态口令"
          route={account.setUpSecondFactor}
          submit="下一步"
          onDone={(secret) => {
            setMade(secret)
            close()
          }}
          onClose={close}
        >
          <CurrentPassword />
        </FormDialog>
      ) : null}
      {open === 'renew' ? (
        <FormDialog
          title="更换恢复码"
          route={account.renewRecoveryCodes}
          submit="更换"
          onDone={({ recoveryCodes }) => {
            setCodes(recoveryCodes)
            close()
          }}
          onClose={close}
        >
          <CurrentPassword />
        </FormDialog>
      ) : null}
      {open === 'stop' ? (
        <FormDialog
          title="停用动态口令"
          route={account.stopSecondFactor}
          submit="停用"
          done="动态口令已经停用"
          onDone={close}
          onClose={close}
        >
          <CurrentPassword />
          <Field name="code">
            <Input autoComplete="one-time-code" />
          </Field>
        </FormDialog>
      ) : null}
      {codes === undefined ? null : (
        <RecoveryCodesDialog
          codes={codes}
          onClose={() => {
            setCodes(undefined)
            onCodesNoted?.()
          }}
        />
      )}
    </Card>
  )
}

function CurrentPassword() {
  return (
    <Field name="password" extra="更改身份鉴别的方式，先核对密码。">
      <Input.Password autoComplete="current-password" autoFocus />
    </Field>
  )
}

type ConfirmProps = Readonly<{
  made: Readonly<{ secret: string; uri: string }>
  onConfirmed: (recoveryCodes: readonly string[]) => void
}>

function Confirm({ made, onConfirmed }: ConfirmProps) {
  return (
    <Flex gap="large" wrap align="start">
      <QrCode text={made.uri} label="动态口令的二维码" />
      <div className="account-beside">
        <ol className="account-steps">
          <li>在手机上打开身份验证器应用（支持 TOTP 的均可）。</li>
          <li>
            扫描二维码；不能扫描的，手工输入密钥：
            <Typography.Text code copyable={{ text: made.secret, tooltips: ['复制', '已复制'] }}>
              {made.secret.replace(/(.{4})(?=.)/g, '$1 ')}
            </Typography.Text>
          </li>
          <li>输入应用中显示的6位数字。</li>
        </ol>
        <ContractForm
          route={account.confirmSecondFactor}
          submit="启用"
          done="动态口令已经启用"
          onDone={({ recoveryCodes }) => onConfirmed(recoveryCodes)}
        >
          <Field name="code">
            <Input autoComplete="one-time-code" inputMode="numeric" maxLength={6} autoFocus />
          </Field>
        </ContractForm>
      </div>
    </Flex>
  )
}
