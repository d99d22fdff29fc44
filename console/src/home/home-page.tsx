import { isPlainDate, plainDateText, weekdayText } from '@mingfu/law'
import { Gate } from '../session/gate.tsx'
import { useSession } from '../session/use-session.ts'
import { Flex, PageHead } from '../ui/index.ts'
import { Entries } from './entries.tsx'
import { RequestQueue } from './request-queue.tsx'

/** 工作台: what waits for this person today. */
export default function HomePage() {
  const { data: me } = useSession()
  const today = me?.today ?? ''
  const date = isPlainDate(today) ? `${plainDateText(today)}　${weekdayText(today)}` : ''
  return (
    <>
      <PageHead title="工作台" note={`${me?.agency.name ?? ''}　${date}`} />
      <Flex vertical gap="large">
        <Gate permission="read-requests">
          <RequestQueue />
        </Gate>
        <Entries />
      </Flex>
    </>
  )
}
