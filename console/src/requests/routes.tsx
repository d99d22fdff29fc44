import type { Area } from '../shell/area.ts'
import { InboxOutlined } from '../ui/index.ts'

export const requestsArea: Area = {
  id: 'requests',
  title: '依申请公开',
  icon: <InboxOutlined />,
  pages: [
    {
      path: '/requests',
      title: '申请办理',
      permission: 'read-requests',
      load: () => import('./queue-page.tsx'),
    },
    {
      path: '/requests/register',
      title: '登记申请',
      permission: 'handle-request',
      menu: true,
      load: () => import('./register-page.tsx'),
    },
    {
      path: '/requests/messages',
      title: '申请人来信',
      permission: 'read-requests',
      menu: true,
      load: () => import('./messages-page.tsx'),
    },
    {
      path: '/requests/ledger',
      title: '台账',
      permission: 'read-requests',
      menu: true,
      load: () => import('./ledger-page.tsx'),
    },
    {
      path: '/requests/ledger/$importId',
      title: '台账导入',
      permission: 'import-ledger',
      load: () => import('./ledger-import-page.tsx'),
    },
    {
      path: '/requests/spam',
      title: '垃圾信息',
      permission: 'read-requests',
      menu: true,
      load: () => import('./spam-page.tsx'),
    },
    {
      path: '/requests/$requestId',
      title: '申请案卷',
      permission: 'read-requests',
      load: () => import('./case-page.tsx'),
    },
    {
      path: '/requests/record-corrections',
      title: '更正申请',
      permission: 'read-requests',
      menu: true,
      load: () => import('./record-correction/record-corrections-page.tsx'),
    },
    {
      path: '/requests/people',
      title: '交接与代理',
      permission: 'read-requests',
      menu: true,
      load: () => import('./desk/people-page.tsx'),
    },
    {
      path: '/requests/rules',
      title: '内部办理规则',
      permission: 'read-requests',
      menu: true,
      load: () => import('./office-rules-page.tsx'),
    },
    {
      path: '/redactions/$redactionId',
      title: '遮盖与净化',
      permission: 'read-requests',
      load: () => import('./redaction/redaction-page.tsx'),
    },
  ],
}
