import { DOCUMENT_RELATIONS } from '@mingfu/law'
import type { Agency } from '../../services/agencies/find-agency.ts'
import type {
  PublishedDocument,
  PublishedRelation,
} from '../../services/disclosure/find-published-document.ts'
import { shownAs } from '../../services/preview/preview.ts'
import { sizeText } from '../moment.ts'
import { documentPath, previewPath } from './item-list.tsx'

/** 附件, with digests by which anybody can tell that a copy is the one that was published. */
export function Attachments({ document, agency }: { document: PublishedDocument; agency: Agency }) {
  const { attachments, documentId } = document
  if (attachments.length === 0) return null
  return (
    <section aria-labelledby="files">
      <h2 id="files" class="h-bar">
        附件
      </h2>
      <ol class="files">
        {attachments.map(({ fileId, title, name, sizeBytes, sm3 }) => (
          <li>
            <a href={`/files/${agency.slug}/${documentId}/${fileId}`} download>
              {title}
            </a>
            <span class="muted">
              {extensionOf(name)}，{sizeText(sizeBytes)}
            </span>
            <a
              class="no-print"
              href={previewPath(agency, documentId, fileId)}
              aria-label={`${title}：${shownAs(name) === null ? '文件信息' : '预览'}`}
            >
              {shownAs(name) === null ? '文件信息' : '预览'}
            </a>
            <span class="fingerprint">SM3 {sm3}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

export function Relations({
  relations,
  agency,
}: {
  relations: readonly PublishedRelation[]
  agency: Agency
}) {
  if (relations.length === 0) return null
  return (
    <section aria-labelledby="relations">
      <h2 id="relations" class="h-bar">
        相关文件
      </h2>
      <ul class="items">
        {relations.map((relation) => {
          const { label, inverse } = DOCUMENT_RELATIONS[relation.kind]
          return (
            <li>
              <span>
                <span class="tag">{relation.direction === 'from' ? label : inverse}</span>
                <a href={documentPath(agency, relation.documentId)}>{nameOf(relation)}</a>
              </span>
              <time datetime={relation.effectiveOn}>{relation.effectiveOn}</time>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** 刊登于 which issue of the gazette, whose text is the standard text. */
export function PrintedIn({ document, agency }: { document: PublishedDocument; agency: Agency }) {
  if (document.printedIn.length === 0) return null
  return (
    <p class="muted">
      刊登于：
      {document.printedIn.map(({ documentId, title, year, issueNumber, page }, index) => (
        <>
          {index > 0 && '、'}
          <a href={documentPath(agency, documentId)}>
            {title}（{year}年第{issueNumber}期{page && `，第${page}页`}）
          </a>
        </>
      ))}
    </p>
  )
}

export function nameOf({ title, documentNumber }: PublishedRelation): string {
  return documentNumber === null ? title : `${title}（${documentNumber}）`
}

function extensionOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1).toUpperCase()
}
