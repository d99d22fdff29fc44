import { Alert } from '../ui/index.ts'

/** What the way to the identity provider and back came to, and what to do now. */
const OUTCOMES = {
  unreachable: { type: 'error', title: '统一身份认证平台没有应答，请稍后再试，或者用登录名和密码登录' },
  refused: { type: 'warning', title: '统一身份认证没有完成，请重新登录' },
  invalid: {
    type: 'error',
    title: '统一身份认证平台的回答不能采信，没有登录；请重新登录，仍然如此的请联系系统管理员',
  },
  unknown: {
    type: 'warning',
    title: '您的统一身份还没有与本系统的账户关联；请先用登录名和密码登录，在“个人设置”中关联',
  },
  disabled: { type: 'warning', title: '您在本系统的账户已经停用，请联系本机关系统管理员' },
  late: { type: 'warning', title: '登录的时间过长，或者浏览器没有保存登录的信息，请重新登录' },
  linked: { type: 'success', title: '已经关联，以后可以经统一身份认证登录' },
  'linked-elsewhere': {
    type: 'error',
    title: '这个统一身份已经与另一个账户关联，请先在那个账户中取消',
  },
} as const

/** The outcome that the address tells of; nothing when it tells of none. */
export function IdentityOutcome() {
  const told = new URLSearchParams(window.location.search).get('identity') ?? ''
  const outcome = Object.hasOwn(OUTCOMES, told) ? OUTCOMES[told as keyof typeof OUTCOMES] : undefined
  if (outcome === undefined) return null
  return <Alert type={outcome.type} showIcon role="status" className="below" title={outcome.title} />
}
