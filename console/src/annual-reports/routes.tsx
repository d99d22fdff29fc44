import type { Area } from '../shell/area.ts'
import { ReconciliationOutlined } from '../ui/index.ts'

export const annualReportsArea: Area = {
  id: 'annual-reports',
  title: '年度报告',
  icon: <ReconciliationOutlined />,
  pages: [
    {
      path: '/annual-reports',
      title: '年度报告',
      permission: 'read-annual-report',
      load: () => import('./report-list-page.tsx'),
    },
    {
      path: '/annual-reports/activities',
      title: '监督保障记录',
      permission: 'read-annual-report',
      menu: true,
      load: () => import('./activities-page.tsx'),
    },
    {
      path: '/annual-reports/$year',
      title: '年度报告',
      permission: 'read-annual-report',
      load: () => import('./report-page.tsx'),
    },
  ],
}
