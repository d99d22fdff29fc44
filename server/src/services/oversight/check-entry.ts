import { ACTIVITY_KINDS } from '@mingfu/law'
import { Invalid } from '../../errors.ts'
import type { Context } from '../context.ts'
import type { ActivityEntry } from './activity.ts'

/** What a record may not say. Throws `Invalid` with the sentence on its field. */
export function checkEntry(ctx: Context, entry: ActivityEntry): void {
  const { kind, heldOn, resolvedOn, remedy } = entry
  if (heldOn > ctx.today) throw refused('heldOn', '日期不能晚于今天，请在开展之后登记')
  if (kind !== 'problem' && (resolvedOn !== null || remedy !== '')) {
    throw refused('remedy', `${ACTIVITY_KINDS[kind].label}没有整改情况，请把整改情况登记在“存在的问题”里`)
  }
  if (resolvedOn === null) return
  if (resolvedOn < heldOn) throw refused('resolvedOn', '整改完成日期不能早于发现日期')
  if (resolvedOn > ctx.today) throw refused('resolvedOn', '整改完成日期不能晚于今天')
  if (remedy.trim() === '') throw refused('remedy', '整改完成的，请写明做了什么')
}

function refused(field: string, sentence: string): Invalid {
  return new Invalid(sentence, { [field]: sentence })
}
