import { Alert, PageHead } from '../ui/index.ts'
import { SecondFactorCard } from './second-factor-card.tsx'

/** 设置动态口令, before anything else: the role needs it. */
export default function FirstSecondFactorPage({ onDone }: { onDone: () => void }) {
  return (
    <>
      <PageHead title="设置动态口令" />
      <div className="account">
        <Alert
          type="info"
          showIcon
          className="below"
          title="您的角色要求用两种方式鉴别身份，请先设置动态口令，再办理其他事项。"
        />
        <SecondFactorCard onCodesNoted={onDone} />
      </div>
    </>
  )
}
