import type { Area } from '../shell/area.ts'
import { FileTextOutlined } from '../ui/index.ts'

export const disclosureArea: Area = {
  id: 'disclosure',
  title: '主动公开',
  icon: <FileTextOutlined />,
  pages: [
    {
      path: '/disclosure',
      title: '政府信息',
      permission: 'read-documents',
      load: () => import('./document-list-page.tsx'),
    },
    {
      path: '/disclosure/new',
      title: '拟制政府信息',
      permission: 'draft-document',
      load: () => import('./new-document-page.tsx'),
    },
    {
      path: '/disclosure/guide',
      title: '公开指南',
      permission: 'read-documents',
      menu: true,
      load: () => import('./guide-page.tsx'),
    },
    {
      path: '/disclosure/catalogue',
      title: '公开目录',
      permission: 'read-documents',
      menu: true,
      load: () => import('./catalogue-page.tsx'),
    },
    {
      path: '/disclosure/duties',
      title: '公开事项',
      permission: 'read-documents',
      menu: true,
      load: () => import('./duties-page.tsx'),
    },
    {
      path: '/disclosure/duties/import',
      title: '导入公开目录',
      permission: 'edit-guide',
      load: () => import('./import-catalogue-page.tsx'),
    },
    {
      path: '/disclosure/withheld',
      title: '重新评估',
      permission: 'read-documents',
      menu: true,
      load: () => import('./withheld-page.tsx'),
    },
    {
      path: '/disclosure/views',
      title: '重点领域和专题',
      permission: 'read-documents',
      menu: true,
      load: () => import('./views-page.tsx'),
    },
    {
      path: '/disclosure/screening',
      title: '发布前检查',
      permission: 'read-documents',
      menu: true,
      load: () => import('../screening/screening-page.tsx'),
    },
    {
      path: '/disclosure/screening-lists',
      title: '检查词表和复查',
      permission: 'read-documents',
      menu: true,
      load: () => import('../screening/screening-lists-page.tsx'),
    },
    {
      path: '/disclosure/ledger',
      title: '发布台账',
      permission: 'read-documents',
      menu: true,
      load: () => import('./ledger-page.tsx'),
    },
    {
      path: '/disclosure/channels',
      title: '公众号',
      permission: 'read-documents',
      menu: true,
      load: () => import('./channels/channels-page.tsx'),
    },
    {
      path: '/disclosure/$documentId',
      title: '政府信息',
      permission: 'read-documents',
      load: () => import('./document-page.tsx'),
    },
    {
      path: '/disclosure/$documentId/edit',
      title: '修改政府信息',
      permission: 'draft-document',
      load: () => import('./edit-document-page.tsx'),
    },
    {
      path: '/disclosure/$documentId/review',
      title: '保密审查',
      permission: 'review-secrecy',
      load: () => import('./review-page.tsx'),
    },
  ],
}
