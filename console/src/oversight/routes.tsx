import type { Area } from '../shell/area.ts'
import { SafetyCertificateOutlined } from '../ui/index.ts'

export const oversightArea: Area = {
  id: 'oversight',
  title: '监督',
  icon: <SafetyCertificateOutlined />,
  pages: [
    {
      path: '/oversight',
      title: '总览',
      permission: 'supervise',
      load: () => import('./standings-page.tsx'),
    },
    {
      path: '/oversight/same-matters',
      title: '答复比对',
      permission: 'supervise',
      menu: true,
      load: () => import('./same-matters-page.tsx'),
    },
    {
      path: '/oversight/orders',
      title: '督办',
      permission: 'supervise',
      menu: true,
      load: () => import('./orders-page.tsx'),
    },
    {
      path: '/oversight/records',
      title: '检查考核',
      permission: 'supervise',
      menu: true,
      load: () => import('./records-page.tsx'),
    },
    {
      path: '/oversight/contacts',
      title: '公开联系人',
      permission: 'read-documents',
      menu: true,
      load: () => import('./contacts-page.tsx'),
    },
    {
      path: '/oversight/received',
      title: '收到的督办',
      permission: 'answer-supervision',
      menu: true,
      load: () => import('./orders-page.tsx'),
    },
  ],
}
