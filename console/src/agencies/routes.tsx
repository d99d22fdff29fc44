import type { Area } from '../shell/area.ts'
import { TeamOutlined } from '../ui/index.ts'

export const agenciesArea: Area = {
  id: 'agencies',
  title: '机构与人员',
  icon: <TeamOutlined />,
  pages: [
    {
      path: '/agencies/staff',
      title: '工作人员',
      permission: 'read-staff',
      load: () => import('./staff-page.tsx'),
    },
    {
      path: '/agencies/departments',
      title: '内设机构',
      permission: 'read-staff',
      menu: true,
      load: () => import('./departments-page.tsx'),
    },
    {
      path: '/agencies/organs',
      title: '机关',
      permission: 'read-staff',
      menu: true,
      load: () => import('./organs-page.tsx'),
    },
  ],
}
