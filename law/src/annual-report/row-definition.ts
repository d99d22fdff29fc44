import { type Citation, cite, citeItem } from '../citation.ts'
import type { T3RowId } from './table-three.ts'

export type RowDefinition = Readonly<{ counts: string; basis: readonly Citation[] }>

/** 各行口径: what each row of table three counts, shown where the row is filled in or opened. */
// biome-ignore format: a table
export const T3_ROW_DEFINITIONS = {
  new_received: define('收到申请之日在报告年度内的申请，每件计一次，不论以后如何处理', cite('regulation', 31)),
  carried_in: define('以前年度收到、上年12月31日终了时仍没有最终处理结果的申请'),
  granted: define('所申请的内容全部提供，或者告知已主动公开信息的获取途径的', citeItem('regulation', 36, 1), citeItem('regulation', 36, 2)),
  partially_granted: define('区分处理，部分提供、部分不予提供的；不予提供部分的理由不另计', cite('regulation', 37)),
  'denied.state_secret': define('依法确定为国家秘密的', cite('regulation', 14)),
  'denied.prohibited_by_law': define('其他法律、行政法规禁止公开的', cite('regulation', 14)),
  'denied.three_securities_one_stability': define('公开后可能危及国家安全、公共安全、经济安全、社会稳定的', cite('regulation', 14)),
  'denied.third_party_rights': define('涉及商业秘密、个人隐私等，公开会损害第三方合法权益的', cite('regulation', 15), cite('regulation', 32)),
  'denied.internal_affairs': define('人事管理、后勤管理、内部工作流程信息', cite('regulation', 16, 1)),
  'denied.process_information': define('讨论记录、过程稿、磋商信函、请示报告', cite('regulation', 16, 2)),
  'denied.enforcement_file': define('行政执法案卷信息', cite('regulation', 16, 2)),
  'denied.administrative_query': define('登记资料等法律、行政法规对获取有特别规定的信息', citeItem('regulation', 36, 7)),
  'unable.not_held': define('经检索不存在，或者由其他行政机关负责公开的', citeItem('regulation', 36, 4), citeItem('regulation', 36, 5)),
  'unable.requires_creation': define('需要另行制作、加工、分析的', cite('regulation', 38)),
  'unable.unclear_after_correction': define('按期补正后，申请内容仍不明确的', cite('regulation', 30)),
  'not_handled.petition_complaint': define('以申请的形式进行信访、投诉、举报的', cite('regulation', 39, 1)),
  'not_handled.repeat': define('已经答复，同一申请人重复申请的', citeItem('regulation', 36, 6)),
  'not_handled.publication': define('要求提供政府公报、报刊、书籍等公开出版物的', cite('regulation', 39, 2)),
  'not_handled.excessive': define('数量、频次明显超过合理范围，且理由不合理的', cite('regulation', 35)),
  'not_handled.confirm_or_reissue': define('要求确认或者重新出具已经获取的信息的'),
  other: define('以撤回、逾期不补正等其他方式办结的（试行格式不分小项）'),
  'other.not_corrected': define('无正当理由逾期不补正，视为放弃申请的', cite('regulation', 30)),
  'other.fee_unpaid': define('逾期未缴纳信息处理费，视为放弃申请的', cite('fee-measures')),
  'other.misc': define('以其他方式办结的，申请人撤回的计入此项'),
  results_total: define('本年度各种办理结果之和'),
  carried_out: define('12月31日终了时没有最终处理结果的申请，包括等待补正、缴费、征求意见的'),
} as const satisfies Record<T3RowId, RowDefinition>

function define(counts: string, ...basis: Citation[]): RowDefinition {
  return { counts, basis }
}
