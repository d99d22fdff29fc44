import { type Citation, cite } from '../citation.ts'

/**
 * 页面大小: 三秒内打开. The norm names the seconds; the megabytes are those that a line of eight megabits carries in them,
 * less what the page itself needs.
 */
export const PAGE_WEIGHT: Readonly<{
  seconds: number
  /** All pictures of a page together. */
  pictureBytes: number
  /** One picture: larger ones gain nothing on any screen. */
  onePictureBytes: number
  basis: Citation
}> = {
  seconds: 3,
  pictureBytes: 2_400_000,
  onePictureBytes: 1_000_000,
  basis: cite('website-guidelines'),
}

/** What is too heavy among the pictures of a page, in words; empty when it opens in time. */
export function pageWeightFaults(
  pictures: readonly Readonly<{ name: string; sizeBytes: number }>[],
): readonly string[] {
  const total = pictures.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
  const heavy = pictures
    .filter(({ sizeBytes }) => sizeBytes > PAGE_WEIGHT.onePictureBytes)
    .map(({ name, sizeBytes }) => `图片“${name}”有${megabytes(sizeBytes)}兆字节，请压缩到1兆字节以内再上传`)
  return total > PAGE_WEIGHT.pictureBytes
    ? [
        ...heavy,
        `一页的图片共${megabytes(total)}兆字节，${PAGE_WEIGHT.seconds}秒内打不开，请压缩到${megabytes(PAGE_WEIGHT.pictureBytes)}兆字节以内`,
      ]
    : heavy
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1)
}
