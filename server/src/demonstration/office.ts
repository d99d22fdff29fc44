/** The demonstration office: 鸭河工区管委会 and its departments. People, numbers and addresses are invented. */
export const OFFICE = {
  slug: 'yahe',
  name: '鸭河工区管理委员会',
  shortName: '鸭河工区管委会',
  orgType: 'functional_zone',
  canMakeRegulations: false,
  creditCode: '11411300YH0000001H',
  regionCode: '411300',
  documentWord: '鸭管公开',
  reconsiderationOrgan: '南阳市人民政府',
  court: '南阳铁路运输法院',
  siteIdCode: '4113000099',
  siteDomain: 'www.yahe.example.gov.cn',
} as const

/** What the foot of every page says. Record numbers are left out: invented ones would belong to somebody. */
export const FOOTER = {
  operator: '鸭河工区管理委员会党政办公室',
  phone: '0377-66010001',
  address: '河南省南阳市鸭河工区莲花大道1号',
  postcode: '474650',
  icpNumber: '',
  policeRecord: '',
  conacId: '',
} as const

export const DEPARTMENTS = [
  { name: '党政办公室', contactName: '王敏', contactPhone: '0377-66010001' },
  { name: '财政局', contactName: '李国强', contactPhone: '0377-66010012' },
  { name: '国土规划建设局', contactName: '张建军', contactPhone: '0377-66010023' },
  { name: '社会事务局', contactName: '赵丽', contactPhone: '0377-66010034' },
  { name: '生态环境局', contactName: '陈志远', contactPhone: '0377-66010045' },
  { name: '市场监督管理局', contactName: '刘芳', contactPhone: '0377-66010056' },
] as const

/** Subordinate organs that report on their own, so that the tree and the supervising view have something to show. */
export const SUBORDINATES = [
  {
    slug: 'yahe-huangludian',
    name: '皇路店镇人民政府',
    shortName: '皇路店镇',
    orgType: 'township',
    documentWord: '皇政公开',
  },
  {
    slug: 'yahe-yahekou',
    name: '鸭河口办事处',
    shortName: '鸭河口办事处',
    orgType: 'township',
    documentWord: '鸭办公开',
  },
] as const

/** One person a role; logins are fixed, passwords are made at random and printed once. */
export const STAFF = [
  { login: 'jingban', name: '王敏', roles: ['clerk'], department: '党政办公室' },
  { login: 'shencha', name: '周海涛', roles: ['reviewer'], department: '党政办公室' },
  { login: 'fuzeren', name: '孙玉梅', roles: ['office-head'], department: '党政办公室' },
  { login: 'lingdao', name: '郑国栋', roles: ['leader'], department: '党政办公室' },
  { login: 'jiandu', name: '马晓东', roles: ['supervisor'], department: '党政办公室' },
  { login: 'xitong', name: '吴磊', roles: ['system-admin'], department: '党政办公室' },
  { login: 'anquan', name: '何静', roles: ['security-admin'], department: '党政办公室' },
  { login: 'shenji', name: '高翔', roles: ['audit-admin'], department: '党政办公室' },
] as const
