import {
  cleanOfficeFile,
  maskText,
  type ScreenedFile,
  type ScreeningLists,
  screenFile,
  screenTexts,
  UnreadableFile,
} from '@mingfu/screening'
import { tx } from '../../db/transaction.ts'
import { Invalid } from '../../errors.ts'
import type { Context } from '../context.ts'
import { listsOfAgency } from './lists-of-agency.ts'
import { allowOwnAgency } from './own-lists.ts'

type Upload = Readonly<{ agencyId: string; name: string; bytes: Uint8Array }>

/** 检查一段文字: findings with their place in it, and the text with its numbers masked. Nothing is kept. */
export async function screenPastedText(
  ctx: Context,
  { agencyId, text }: Readonly<{ agencyId: string; text: string }>,
): Promise<Pick<ScreenedFile, 'findings'> & Readonly<{ masked: string; maskedCount: number }>> {
  const lists = await listsNow(ctx, agencyId)
  const { text: masked, masked: maskedCount } = maskText(text, lists)
  return { findings: screenTexts([{ where: '文字', text }], lists), masked, maskedCount }
}

/** 检查一个文件 on the desk, before it is attached to anything. Nothing is kept. */
export async function screenUpload(ctx: Context, { agencyId, name, bytes }: Upload): Promise<ScreenedFile> {
  return screenFile(bytes, name, await listsNow(ctx, agencyId))
}

/** 清理办公文件: Word and Excel without what is hidden in them, numbers masked. Nothing is kept. */
export async function cleanUpload(ctx: Context, { agencyId, name, bytes }: Upload): Promise<Uint8Array> {
  const lists = await listsNow(ctx, agencyId)
  try {
    return await cleanOfficeFile(bytes, name, lists)
  } catch (error) {
    if (error instanceof UnreadableFile) throw new Invalid(error.message, { file: error.message })
    throw error
  }
}

function listsNow(ctx: Context, agencyId: string): Promise<ScreeningLists> {
  allowOwnAgency(ctx, 'read-documents', agencyId)
  return tx(ctx, async (t) => (await listsOfAgency(t, agencyId))(ctx.today).lists)
}
