import type { Area } from '../shell/area.ts'
import { SettingOutlined } from '../ui/index.ts'

export const systemArea: Area = {
  id: 'system',
  title: '系统',
  icon: <SettingOutlined />,
  pages: [
    {
      path: '/system/audit',
      title: '审计日志',
      permission: 'read-audit',
      load: () => import('./audit-page.tsx'),
    },
  ],
}
