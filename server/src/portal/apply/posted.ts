import type {} from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { Invalid } from '../../errors.ts'
import type { Context } from '../../services/context.ts'
import type { DraftFile } from '../../services/requests/filing-draft.ts'
import { ATTACHMENT_LIMITS, keepAttachment } from '../../services/requests/keep-attachment.ts'

export type Posted = Readonly<{
  fields: Record<string, string>
  files: readonly DraftFile[]
  faults: readonly string[]
}>

/** 身份证明、授权委托书: what shows who applies, and in whose name. */
const IDENTITY_FIELDS: ReadonlySet<string> = new Set(['identity', 'authority'])

/**
 * Reads a posted form and keeps its files at once. A file that cannot be taken becomes a sentence; everything else,
 * typed or attached, is kept.
 */
export async function readPosted(ctx: Context, request: FastifyRequest, already: number): Promise<Posted> {
  if (!request.isMultipart()) return { fields: textsOf(request.body), files: [], faults: [] }
  const fields: Record<string, string> = {}
  const files: DraftFile[] = []
  const faults: string[] = []
  const limits = {
    limits: { fileSize: ATTACHMENT_LIMITS.bytes + 1, files: 20, fields: 80 },
    throwFileSizeLimit: false,
  }
  for await (const part of request.parts(limits)) {
    if (part.type === 'field') {
      fields[part.fieldname] = typeof part.value === 'string' ? part.value.trim() : ''
      continue
    }
    const bytes = await part.toBuffer()
    if (!part.filename) continue
    if (already + files.length >= ATTACHMENT_LIMITS.files) {
      faults.push(`附件最多${ATTACHMENT_LIMITS.files}个，“${part.filename}”没有收下`)
      continue
    }
    try {
      const purpose = IDENTITY_FIELDS.has(part.fieldname) ? 'identity-proof' : 'attachment'
      files.push({ ...(await keepAttachment(ctx, { name: part.filename, bytes })), purpose })
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      faults.push(error.message)
    }
  }
  return { fields, files, faults }
}

function textsOf(body: unknown): Record<string, string> {
  if (typeof body !== 'object' || body === null) return {}
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value.trim()]] : [],
    ),
  )
}
