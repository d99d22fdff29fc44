import type { Area } from '../shell/area.ts'
import { ReadOutlined } from '../ui/index.ts'

/** 政务信息报送: internal items for leaders, apart from everything that is public. */
export const briefingArea: Area = {
  id: 'briefing',
  title: '政务信息',
  icon: <ReadOutlined />,
  pages: [
    {
      path: '/briefing',
      title: '信息报送',
      permission: 'read-briefings',
      load: () => import('./item-list-page.tsx'),
    },
    {
      path: '/briefing/new',
      title: '起草政务信息',
      permission: 'submit-briefing',
      load: () => import('./new-item-page.tsx'),
    },
    {
      path: '/briefing/calls',
      title: '约稿',
      permission: 'read-briefings',
      menu: true,
      load: () => import('./calls-page.tsx'),
    },
    {
      path: '/briefing/bulletins',
      title: '期刊',
      permission: 'read-briefings',
      menu: true,
      load: () => import('./bulletins-page.tsx'),
    },
    {
      path: '/briefing/bulletins/new',
      title: '编期刊',
      permission: 'edit-briefings',
      load: () => import('./new-bulletin-page.tsx'),
    },
    {
      path: '/briefing/bulletins/$bulletinId',
      title: '期刊',
      permission: 'read-briefings',
      load: () => import('./bulletin-page.tsx'),
    },
    {
      path: '/briefing/bulletins/$bulletinId/edit',
      title: '编期刊',
      permission: 'edit-briefings',
      load: () => import('./edit-bulletin-page.tsx'),
    },
    {
      path: '/briefing/ranking',
      title: '得分和通报',
      permission: 'read-briefings',
      menu: true,
      load: () => import('./ranking-page.tsx'),
    },
    {
      path: '/briefing/scores',
      title: '分值表',
      permission: 'read-briefings',
      menu: true,
      load: () => import('./scores-page.tsx'),
    },
    {
      path: '/briefing/$itemId',
      title: '政务信息',
      permission: 'read-briefings',
      load: () => import('./item-page.tsx'),
    },
    {
      path: '/briefing/$itemId/write',
      title: '修改政务信息',
      permission: 'submit-briefing',
      load: () => import('./write-item-page.tsx'),
    },
    {
      path: '/briefing/$itemId/edit',
      title: '编辑政务信息',
      permission: 'edit-briefings',
      load: () => import('./edit-item-page.tsx'),
    },
  ],
}
