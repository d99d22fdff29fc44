/** What is asked for, as the form says it; an empty text is something that was not given. */
export type Wish = Readonly<{
  description: string
  infoTitle: string
  infoDocumentNumber: string
  infoIndexNumber: string
  wantedMedium: string
  wantedDelivery: string
}>

/** What was asked for, in one text: the description, or whatever else says it. */
export function askedOf(
  wish: Pick<Wish, 'description' | 'infoTitle' | 'infoDocumentNumber' | 'infoIndexNumber'>,
): string {
  const { description, infoTitle, infoDocumentNumber, infoIndexNumber } = wish
  const said = [description, infoTitle, infoDocumentNumber, infoIndexNumber].find(
    (text) => text.trim() !== '',
  )
  return said?.trim() ?? '（申请中没有写明）'
}
