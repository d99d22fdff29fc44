import type { PublishedDocument } from '../../services/disclosure/find-published-document.ts'
import { verifyAddress } from '../../services/verification/verify-address.ts'
import { QrCode } from './qr-code.tsx'

/** 核验: the code and address by which a printed or downloaded copy is compared with what is published. */
export function VerifyNote({ document, home }: { document: PublishedDocument; home: string | null }) {
  const { indexNumber, digest } = document
  const address = verifyAddress(home ?? '', indexNumber, digest)
  return (
    <section class="verify" aria-labelledby="verify">
      {home && <QrCode text={address} label="核验本页的二维码" />}
      <div>
        <h2 id="verify">核验</h2>
        <p>
          扫描二维码或者打开<a href={verifyAddress('', indexNumber, digest)}>核验页</a>
          ，可以核对打印、下载的文本与本网站公布的内容是否一致、现在是否有效。
        </p>
        <p class="fingerprint">内容摘要 {digest}</p>
      </div>
    </section>
  )
}
