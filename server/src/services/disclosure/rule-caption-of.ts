import { type ContentForm, formRows, formValue, type PlainDate, ruleCaption } from '@mingfu/law'

type Rule = Readonly<{ form: ContentForm; writtenOn: PlainDate; effectiveOn: PlainDate | null }>

/** 题注 of a rule from its form; null where its history is not whole. */
export function ruleCaptionOf({ form, writtenOn, effectiveOn }: Rule): string | null {
  const promulgatedOn = (formValue(form, 'promulgatedOn') || writtenOn) as PlainDate
  const caption = ruleCaption({
    promulgated: { on: promulgatedOn, by: formValue(form, 'promulgatedBy') },
    amendments: formRows(form, 'amendments').map((row) => ({
      on: (row.on ?? '') as PlainDate,
      by: row.by ?? '',
      kind: row.kind === '修订' ? '修订' : '修正',
    })),
    effectiveOn: effectiveOn ?? promulgatedOn,
  })
  return caption.granted ? caption.value : null
}
