import { account } from '@mingfu/contract'
import { ActButton } from '../session/act-button.tsx'
import { IdentityOutcome } from '../session/identity-outcome.tsx'
import { useCall } from '../session/use-call.ts'
import { Button, Card, ErrorNote, Flex, momentText, Typography } from '../ui/index.ts'

/** 统一身份认证: whether the account can be entered through it; nothing where none is configured. */
export function IdentityCard() {
  const identity = useCall(account.identity)
  const provider = identity.data?.provider ?? null
  if (identity.isPending || (provider === null && identity.error === null)) return null
  const since = identity.data?.linkedSince ?? null
  return (
    <Card title={provider ?? '统一身份认证'}>
      <ErrorNote error={identity.error} />
      <IdentityOutcome />
      {identity.data === undefined ? null : (
        <Flex vertical gap="middle" align="start">
          <Typography.Text>
            {since === null
              ? '关联以后，可以不输入本系统的密码，经平台登录。'
              : `${momentText(since)}关联，可以经平台登录。`}
          </Typography.Text>
          {since === null ? (
            <Button href="/console/sign-in/begin?for=link">关联我的统一身份</Button>
          ) : (
            <ActButton
              route={account.unlinkIdentity}
              input={{}}
              danger
              done="已经取消关联"
              confirm={{
                title: '取消关联统一身份？',
                content: '以后只能用登录名和密码登录。',
                okText: '取消关联',
              }}
            >
              取消关联
            </ActButton>
          )}
        </Flex>
      )}
    </Card>
  )
}
