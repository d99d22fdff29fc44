import { useSession } from '../session/use-session.ts'
import { PageHead } from '../ui/index.ts'

/** 工作台: what waits for this person today. */
export default function HomePage() {
  const { data: me } = useSession()
  return <PageHead title="工作台" note={`${me?.agency.name ?? ''}　今天是${me?.today ?? ''}`} />
}
