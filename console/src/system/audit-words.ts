/** What is on the audit trail, in words. An action without words is shown by its code. */
const ACTIONS: Readonly<Record<string, string>> = {
  'sign-in': '登录',
  'sign-in-failed': '登录失败',
  'account-locked': '登录失败，账户锁定',
  'sign-in-while-locked': '锁定期间尝试登录',
  'sign-out': '退出登录',
  'sign-out-elsewhere': '使其他登录失效',
  'change-password': '修改密码',
  'reset-password': '重置密码',
  'create-staff': '增加工作人员',
  'update-staff': '修改工作人员',
  'assign-roles': '授予角色',
  'disable-staff': '停用工作人员',
  'enable-staff': '恢复工作人员',
  'create-agency': '设立机关',
  'update-agency': '修改机关登记',
  'create-department': '增加内设机构',
  'update-department': '修改内设机构',
  'close-department': '撤销内设机构',
  'import-holiday-notice': '导入放假安排通知',
  'change-practice': '修改办理口径',
  'save-site-footer': '修改网站页脚',
  'file-request': '登记申请',
  'reveal-applicant': '查看申请人身份',
  'assign-handler': '指定经办人',
  'add-request-file': '添加申请材料',
  'open-request-file': '打开申请材料',
  'fetch-paper': '调取文书',
  'export-ledger': '导出台账',
  'import-ledger': '导入台账',
  'import-request': '由台账登记申请',
  'settle-message': '处理申请人来信',
  'save-message-settings': '修改提醒设置',
  'resend-notification': '重发提醒',
  'send-test-message': '试发消息',
  'record-evidence': '登记决定前材料',
  'recompute-deadline': '重新计算答复期限',
  'record-dispute': '登记复议诉讼',
  'amend-dispute': '更正复议诉讼',
  'conclude-dispute': '登记复议诉讼结果',
  'draft-document': '起草公开文件',
  'review-secrecy': '保密审查',
  'approve-document': '批准公开',
  'publish-document': '发布文件',
  'withdraw-document': '撤回文件',
  'change-validity': '变更文件有效性',
  'relate-documents': '关联文件',
  'save-catalogue-node': '修改公开目录',
  'save-guide': '修改公开指南',
  'record-yearly-figure': '登记年度数据',
  'publish-annual-report': '发布年度报告',
}

export const ACTION_OPTIONS = Object.entries(ACTIONS).map(([value, label]) => ({ value, label }))

export function actionText(action: string): string {
  return ACTIONS[action] ?? action
}

const OBJECTS: Readonly<Record<string, string>> = {
  agency: '机关',
  department: '内设机构',
  staff: '工作人员',
  request: '申请',
  dispute: '复议诉讼',
  document: '文件',
  guide: '公开指南',
  'catalogue-node': '公开目录',
  'annual-report': '年度报告',
}

export function objectText(kind: string | null): string {
  return kind === null ? '—' : (OBJECTS[kind] ?? kind)
}

export const FAULTS = {
  missing: '缺失',
  altered: '内容被改动',
  unlinked: '与上一条不相连',
} as const
