import type { AgencyView, RoleId } from '@mingfu/contract'

/** 角色, and what each of them does. */
export const ROLES = {
  clerk: { title: '经办人', does: '登记、办理申请，起草答复和公开文件' },
  reviewer: { title: '审查人', does: '审查答复，对公开内容作保密审查' },
  leader: { title: '签发领导', does: '签发答复和公开文件' },
  'office-head': { title: '公开工作机构负责人', does: '主持政府信息公开工作，同意延长答复期限' },
  supervisor: { title: '主管部门监督员', does: '查看办理情况，不办理具体事项' },
  'system-admin': { title: '系统管理员', does: '管理机构、账户和系统设置' },
  'security-admin': { title: '安全管理员', does: '授予和收回角色，重置动态口令' },
  'audit-admin': { title: '审计管理员', does: '查看、核对审计日志' },
} as const satisfies Record<RoleId, { title: string; does: string }>

export const ROLE_IDS = Object.keys(ROLES) as RoleId[]

export const ORG_TYPES = {
  department: '政府部门',
  government: '人民政府',
  township: '乡镇政府、街道办事处',
  functional_zone: '功能区管理机构',
} as const satisfies Record<AgencyView['orgType'], string>
