import type { Area } from '../shell/area.ts'
import { HomeOutlined } from '../ui/index.ts'

export const homeArea: Area = {
  id: 'home',
  title: '工作台',
  icon: <HomeOutlined />,
  pages: [{ path: '/', title: '工作台', permission: null, load: () => import('./home-page.tsx') }],
}
