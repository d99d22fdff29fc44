/** 文件库: where bytes lie, by their SHA-256. Adapters stand in `outside/`. */
export type FileStore = Readonly<{
  /** Keeps the bytes durably and answers their digests; the same bytes are kept once. */
  put(bytes: Uint8Array): Promise<Readonly<{ sha256: string; sm3: string; sizeBytes: number }>>
  /** The bytes with this digest, or `undefined`. */
  find(sha256: string): Promise<Uint8Array | undefined>
  /** Every content with the moment it was last put. */
  list(): AsyncIterable<Readonly<{ sha256: string; keptAt: Date }>>
  /** Takes a content away; put back when `sure` says no, for it may have been put again meanwhile. */
  remove(sha256: string, sure: () => Promise<boolean>): Promise<void>
}>
