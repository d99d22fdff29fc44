import type { Area } from '../shell/area.ts'
import { BankOutlined } from '../ui/index.ts'

export const remediesArea: Area = {
  id: 'remedies',
  title: '复议诉讼',
  icon: <BankOutlined />,
  pages: [
    {
      path: '/remedies',
      title: '行政复议、行政诉讼',
      permission: 'read-requests',
      load: () => import('./dispute-list-page.tsx'),
    },
    {
      path: '/remedies/lessons',
      title: '被纠正案件分析',
      permission: 'read-requests',
      menu: true,
      load: () => import('./lessons-page.tsx'),
    },
    {
      path: '/remedies/$disputeId',
      title: '案件',
      permission: 'read-requests',
      load: () => import('./dispute-page.tsx'),
    },
  ],
}
