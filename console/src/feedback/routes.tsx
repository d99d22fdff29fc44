import type { Area } from '../shell/area.ts'
import { InboxOutlined } from '../ui/index.ts'

export const feedbackArea: Area = {
  id: 'feedback',
  title: '公众互动',
  icon: <InboxOutlined />,
  pages: [
    {
      path: '/feedback',
      title: '留言和答复',
      permission: 'read-feedback',
      load: () => import('./feedback-page.tsx'),
    },
    {
      path: '/feedback/opinion-calls',
      title: '意见征集',
      permission: 'read-feedback',
      menu: true,
      load: () => import('./opinion-calls-page.tsx'),
    },
    {
      path: '/feedback/opinion-calls/$callId',
      title: '意见征集',
      permission: 'read-feedback',
      load: () => import('./opinion-call-page.tsx'),
    },
  ],
}
