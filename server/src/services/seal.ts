/** Sealing of personal data at rest; the key never enters the database. */
export type Seal = Readonly<{
  seal(plain: string): Buffer
  open(sealed: Buffer): string
  /** A keyed digest, to find equal values without opening any. */
  index(plain: string): Buffer
}>
