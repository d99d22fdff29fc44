import { isPlainDate, plainDateText, weekdayText } from '@mingfu/law'
import { PublishingTasksCard } from '../disclosure/tasks-card.tsx'
import { MyTasksCard } from '../requests/desk/my-tasks-card.tsx'
import { RemindersCard } from '../requests/desk/reminders-card.tsx'
import { Gate } from '../session/gate.tsx'
import { useSession } from '../session/use-session.ts'
import { HealthCard } from '../site-health/health-card.tsx'
import { Alert, Flex, PageHead } from '../ui/index.ts'
import { DemonstrationNote } from './demonstration-note.tsx'
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
        {me?.roles.length === 0 ? (
          <Alert type="info" showIcon title="账户还没有角色，请联系本机关安全管理员授权。" />
        ) : null}
        <Gate permission="manage-agency">
          <DemonstrationNote />
        </Gate>
        <Gate permission="read-requests">
          <RemindersCard />
          <MyTasksCard />
          <RequestQueue />
        </Gate>
        <Gate permission="read-documents">
          <PublishingTasksCard />
        </Gate>
        <Gate permission="draft-document">
          <HealthCard />
        </Gate>
        <Entries />
      </Flex>
    </>
  )
}
