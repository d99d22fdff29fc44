/** A printed label and the other wordings in circulation; a variant recognises, only `label` is ever printed. */
export type PrintedLabel = Readonly<{ label: string; variants: readonly string[] }>

/** 件数, 增减数, 金额: what a cell may hold. Only 本年增/减 of the trial format may be negative. */
export type CellValueType = 'count' | 'signedCount' | 'amount'
