import type { Area } from '../shell/area.ts'
import { SettingOutlined } from '../ui/index.ts'

export const systemArea: Area = {
  id: 'system',
  title: '系统',
  icon: <SettingOutlined />,
  pages: [
    {
      path: '/system/calendar',
      title: '工作日历',
      permission: null,
      load: () => import('./calendar-page.tsx'),
    },
    {
      path: '/system/notifications',
      title: '提醒记录',
      permission: 'read-messages',
      menu: true,
      load: () => import('../notifications/notifications-page.tsx'),
    },
    {
      path: '/system/practice',
      title: '办理口径',
      permission: 'manage-agency',
      menu: true,
      load: () => import('./practice-page.tsx'),
    },
    {
      path: '/system/portal',
      title: '门户外观',
      permission: 'manage-agency',
      menu: true,
      load: () => import('./portal-page.tsx'),
    },
    {
      path: '/system/retention',
      title: '保存期限',
      permission: 'read-retention',
      menu: true,
      load: () => import('./retention-page.tsx'),
    },
    {
      path: '/system/audit',
      title: '审计日志',
      permission: 'read-audit',
      menu: true,
      load: () => import('./audit-page.tsx'),
    },
  ],
}
