import type { Area } from '../shell/area.ts'
import { SafetyCertificateOutlined } from '../ui/index.ts'

export const siteHealthArea: Area = {
  id: 'site-health',
  title: '网站健康',
  icon: <SafetyCertificateOutlined />,
  pages: [
    {
      path: '/site-health',
      title: '总览',
      permission: 'read-documents',
      load: () => import('./site-health-page.tsx'),
    },
    {
      path: '/site-health/links',
      title: '链接检查',
      permission: 'read-documents',
      menu: true,
      load: () => import('./links-page.tsx'),
    },
    {
      path: '/site-health/self-checks',
      title: '季度自查',
      permission: 'read-documents',
      menu: true,
      load: () => import('./self-checks-page.tsx'),
    },
    {
      path: '/site-health/website-report',
      title: '网站年度报表',
      permission: 'read-annual-report',
      menu: true,
      load: () => import('./website-report-page.tsx'),
    },
  ],
}
