import { findDemonstration } from '../services/agencies/demonstration-left.ts'
import type { Context } from '../services/context.ts'
import { type Finding, ok, warning } from './finding.ts'

/** 示范数据: whether invented people may still sign in where real work is done. */
export async function examineDemonstration(ctx: Context): Promise<Finding> {
  const left = await findDemonstration(ctx)
  if (left === null) return ok('demonstration', '没有示范数据。')
  const { organs, accounts, unchanged, isLive } = left
  const details = [
    ...organs.map((name) => `示范机关：${name}`),
    `示范账户：${accounts}个可以登录，其中${unchanged}个还在用启动时输出的密码`,
  ]
  return isLive
    ? warning(
        'demonstration',
        '正式使用的系统里还有示范机关和示范账户，请停用示范账户；示范机关的信息还在门户上，正式使用应当换用新的数据目录（MINGFU_HOME）。',
        details,
      )
    : warning('demonstration', '这里是示范数据，正式使用请换用新的数据目录（MINGFU_HOME）。', details)
}
