/** Which document a verb is about, and the version its page showed. */
export type OnDocument = Readonly<{ agencyId: string; documentId: string; version: number }>
