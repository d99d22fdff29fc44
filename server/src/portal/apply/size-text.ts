/** The size of a file in words: 12千字节, 1.5兆字节. */
export function sizeText(bytes: number): string {
  return bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))}千字节`
    : `${(bytes / 1024 / 1024).toFixed(1)}兆字节`
}
