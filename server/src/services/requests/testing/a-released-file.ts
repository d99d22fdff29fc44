import { renderPdf } from '../../../../../documents/src/index.ts'
import { addRequestFile } from '../add-request-file.ts'
import { keepAttachment } from '../keep-attachment.ts'
import type { GroundedMark } from '../redaction/redaction-store.ts'
import { releaseRedaction } from '../redaction/release-redaction.ts'
import { saveRedactionMarks } from '../redaction/save-redaction-marks.ts'
import { startRedaction } from '../redaction/start-redaction.ts'
import type { Office } from './office.ts'

type On = Readonly<{ agencyId: string; requestId: string }>

/** The text that the page of the test holds; invented. */
export const ON_PAGE = '中标人联系人张三丰，电话13800009999'

/** A PDF put on file as evidence; answers its id. */
export async function aFileOnFile(office: Office, on: On, day: string): Promise<string> {
  const clerk = office.as('clerk', day)
  const bytes = await renderPdf({
    layout: 'report',
    title: '中标通知书',
    blocks: [{ kind: 'paragraph', text: ON_PAGE }],
  })
  const file = await keepAttachment(clerk, { name: '中标通知书.pdf', bytes })
  return addRequestFile(clerk, { ...on, file, purpose: 'evidence' })
}

/** What goes to the applicant: cleaned by the clerk, checked and released by the reviewer. */
export async function aReleasedFile(
  office: Office,
  on: On,
  day: string,
  marks: readonly GroundedMark[] = [],
): Promise<Readonly<{ redactionId: string; fileId: string }>> {
  const { agencyId, requestId } = on
  const clerk = office.as('clerk', day)
  const sourceId = await aFileOnFile(office, on, day)
  const redactionId = await startRedaction(clerk, { agencyId, requestId, fileId: sourceId })
  const version =
    marks.length === 0 ? 1 : await saveRedactionMarks(clerk, { agencyId, redactionId, version: 1, marks })
  const { fileId } = await releaseRedaction(office.as('reviewer', day), { agencyId, redactionId, version })
  return { redactionId, fileId }
}
