import { PasswordCard } from '../session/password-card.tsx'
import { useSession } from '../session/use-session.ts'
import { Flex, PageHead } from '../ui/index.ts'
import './account.css'
import { ContactCard } from './contact-card.tsx'
import { IdentityCard } from './identity-card.tsx'
import { SecondFactorCard } from './second-factor-card.tsx'
import { SessionsCard } from './sessions-card.tsx'

/** 个人设置: what somebody sees to about the own account. */
export default function AccountPage() {
  const { data: me } = useSession()
  return (
    <>
      <PageHead title="个人设置" note={`${me?.name ?? ''}（${me?.login ?? ''}）　${me?.agency.name ?? ''}`} />
      <Flex vertical gap="large" className="account">
        <ContactCard />
        <SecondFactorCard />
        <IdentityCard />
        <SessionsCard />
        <PasswordCard />
      </Flex>
    </>
  )
}
