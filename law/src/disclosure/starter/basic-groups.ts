/** 一级栏目 of the starter catalogue, in the order in which they are shown; the key is part of each column's address. */
export const BASIC_GROUPS = {
  profile: { title: '机构概况', columnType: '机构职能' },
  policy: { title: '政策文件', columnType: '政策文件' },
  decision: { title: '决策和执行', columnType: '信息公开目录' },
  plan: { title: '规划计划', columnType: '信息公开目录' },
  statistics: { title: '统计信息', columnType: '数据发布' },
  power: { title: '行政权力', columnType: '信息公开目录' },
  finance: { title: '财政信息', columnType: '信息公开目录' },
  project: { title: '重大建设项目', columnType: '信息公开目录' },
  livelihood: { title: '民生保障', columnType: '信息公开目录' },
  emergency: { title: '应急管理', columnType: '信息公开目录' },
  supervision: { title: '监督检查', columnType: '信息公开目录' },
  recruitment: { title: '人员招录', columnType: '信息公开目录' },
  local: { title: '基层事项', columnType: '信息公开目录' },
} as const satisfies Record<string, { title: string; columnType: string }>

export type BasicGroup = keyof typeof BASIC_GROUPS
