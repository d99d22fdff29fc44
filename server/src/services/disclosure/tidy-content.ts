import { isDocumentNumber, ORIGINS, repairDocumentNumber, tidyForm } from '@mingfu/law'
import { cleanHtml } from './clean-html.ts'
import type { DocumentContent } from './document.ts'

/** Content as it is kept: clean HTML, no blank edges, empty text as nothing, a damaged document number put right. */
export function tidy(content: DocumentContent): DocumentContent {
  return {
    kind: content.kind,
    nodeId: content.nodeId,
    title: line(content.title),
    documentNumber: tidyNumber(content.documentNumber),
    genre: orNull(content.genre),
    issuer: line(content.issuer),
    topicCategory: orNull(content.topicCategory),
    legalItem: content.legalItem,
    keyAreas: unique(content.keyAreas),
    keywords: unique(content.keywords),
    summary: line(content.summary),
    source: line(content.source),
    registrationNumber: orNull(content.registrationNumber),
    writtenOn: content.writtenOn,
    effectiveOn: content.effectiveOn,
    expiresOn: content.expiresOn,
    attribute: content.attribute,
    attributeReason: orNull(content.attributeReason),
    exemption: content.attribute === 'proactive' ? null : content.exemption,
    earlyEffectReason: isEarly(content) ? orNull(content.earlyEffectReason) : null,
    legalBasis: orNull(content.legalBasis),
    unpublishOn: content.unpublishOn,
    correctionNote: orNull(content.correctionNote),
    origin: content.origin,
    originOrgan: ORIGINS[content.origin].organ === null ? null : orNull(content.originOrgan),
    coIssuers: content.origin === 'made-jointly' ? unique(content.coIssuers) : [],
    form: tidyForm(content.kind, content.form),
    html: cleanHtml(content.html.replace(/(?![\n\t])\p{Cc}/gu, '')).trim(),
  }
}

/** 溯及: it says that it took effect before it was written. */
function isEarly({ effectiveOn, writtenOn }: DocumentContent): boolean {
  return effectiveOn !== null && effectiveOn < writtenOn
}

function tidyNumber(text: string | null): string | null {
  const given = orNull(text)
  if (given === null || isDocumentNumber(given)) return given
  const repaired = repairDocumentNumber(given)
  return repaired.granted ? repaired.value : given
}

function line(text: string): string {
  // Control characters come in with pasted text; PostgreSQL takes no NUL and XML none of them.
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
}

function orNull(text: string | null): string | null {
  const given = text === null ? '' : line(text)
  return given === '' ? null : given
}

function unique(words: readonly string[]): readonly string[] {
  return [...new Set(words.map(line).filter((word) => word !== ''))]
}
