import { tx } from '../../../db/transaction.ts'
import { Invalid } from '../../../errors.ts'
import { allow } from '../../allow.ts'
import type { Context } from '../../context.ts'
import { allowToRead } from '../reading/open-case.ts'
import { type GroundedMark, lockRedaction, type OnRedaction, writeMarks } from './redaction-store.ts'

export type SaveRedactionMarks = OnRedaction & Readonly<{ version: number; marks: readonly GroundedMark[] }>

/** 保存遮盖框: the working version; every saving is kept. Answers the new version. */
export async function saveRedactionMarks(ctx: Context, input: SaveRedactionMarks): Promise<number> {
  allow(ctx.actor, 'handle-request')
  return tx(ctx, async (t) => {
    const redaction = await lockRedaction(t, input)
    await allowToRead(t, ctx, { agencyId: input.agencyId, requestId: redaction.requestId })
    if (redaction.releasedFileId !== null)
      throw new Invalid('公开版本已经生成，不能再修改；需要改动的，请对原文件重新标注')
    const outside = input.marks.some(({ page, x, y, width, height }) => {
      return page > redaction.pages.length || x + width > 1.000_001 || y + height > 1.000_001
    })
    if (outside) throw new Invalid('有的遮盖框不在页面之内，请删除后重新标注')
    return writeMarks(t, ctx, redaction, input.marks)
  })
}
