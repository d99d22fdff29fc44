import { account, agencies, type Me } from '@mingfu/contract'
import { useMutation } from '@tanstack/react-query'
import { Button, Flex, Input, Typography } from '../ui/index.ts'
import { call, keepCsrfToken } from './call.ts'
import { ContractForm, Field } from './contract-form.tsx'

/** 动态口令: the second step of signing in. */
export function CodeForm({ onEntered }: { onEntered: (me: Me) => void }) {
  const giveUp = useMutation({
    mutationFn: () => call(agencies.signOut),
    onSettled: (answer) => window.location.assign(answer?.next ?? '/console/'),
  })
  return (
    <Flex vertical gap="middle">
      <Typography.Text>还差一步：请打开手机上的身份验证器应用，输入正在显示的6位数字。</Typography.Text>
      <ContractForm
        route={account.enterCode}
        submit="完成登录"
        onDone={(me) => {
          keepCsrfToken(me.csrfToken)
          onEntered(me)
        }}
      >
        <Field name="code" extra="手机不在身边的，可以输入一个恢复码。">
          <Input autoComplete="one-time-code" autoFocus size="large" />
        </Field>
      </ContractForm>
      <Button type="link" className="flush" loading={giveUp.isPending} onClick={() => giveUp.mutate()}>
        换一个账户登录
      </Button>
    </Flex>
  )
}
