/** 申请办理状态, in the order of the usual course. `terminal`: nothing follows but an order to do it again. */
export const REQUEST_STATES = {
  draft: { label: '草稿', publicLabel: '草稿', terminal: false },
  submitted: { label: '已提交待确认', publicLabel: '已提交', terminal: false },
  'received-unconfirmed': { label: '收到待确认', publicLabel: '已提交', terminal: false },
  registered: { label: '已登记', publicLabel: '已登记', terminal: false },
  'awaiting-correction': { label: '待补正', publicLabel: '待补正', terminal: false },
  'under-review': { label: '办理中', publicLabel: '办理中', terminal: false },
  'awaiting-reasons': { label: '待说明理由', publicLabel: '办理中', terminal: false },
  consulting: { label: '征求意见中', publicLabel: '办理中', terminal: false },
  'awaiting-payment': { label: '待缴费', publicLabel: '待缴费', terminal: false },
  'decision-drafted': { label: '拟稿', publicLabel: '办理中', terminal: false },
  'decision-approved': { label: '已签发', publicLabel: '办理中', terminal: false },
  served: { label: '已送达', publicLabel: '已答复', terminal: false },
  closed: { label: '办结归档', publicLabel: '已答复', terminal: true },
  'abandoned-correction': { label: '逾期未补正，不再处理', publicLabel: '已终止', terminal: true },
  'abandoned-fee': { label: '逾期未缴费，不再处理', publicLabel: '已终止', terminal: true },
  withdrawn: { label: '申请人撤回', publicLabel: '已终止', terminal: true },
  reopened: { label: '重新处理', publicLabel: '办理中', terminal: false },
} as const satisfies Record<string, { label: string; publicLabel: string; terminal: boolean }>

export type RequestState = keyof typeof REQUEST_STATES
