/** One matter that offices write about, by hand: how its titles go, what its texts say, how people ask for it. */
export type Topic = Readonly<{
  id: string
  /** What stands between 关于 and the kind of document. */
  titles: readonly string[]
  sentences: readonly string[]
  /** In the words of those who look for it, not of those who wrote it. */
  asked: readonly string[]
}>
