import type { Tx } from '../../db/database.ts'
import { newId } from '../../db/new-id.ts'
import { actorId, type Context } from '../context.ts'
import type { KeptFile } from './keep-attachment.ts'

export type FilePurpose = 'attachment' | 'identity-proof' | 'evidence' | 'answer' | 'letter'

export const FILE_PURPOSES = {
  attachment: '申请附件',
  'identity-proof': '身份证明',
  evidence: '在卷材料',
  answer: '提供的信息',
  letter: '文书',
} as const satisfies Record<FilePurpose, string>

/** 案卷文件, with its name opened. */
export type RequestFile = Readonly<{
  fileId: string
  name: string
  mediaType: string
  sizeBytes: number
  sha256: string
  purpose: FilePurpose
  addedAt: Date
}>

type Key = Readonly<{ agencyId: string; requestId: string }>

/** Enters a kept file into a case. Its name may name a person, so the register of files gets a neutral one. */
export async function insertRequestFile(
  tx: Tx,
  ctx: Context,
  key: Key,
  file: KeptFile & { purpose: FilePurpose },
): Promise<string> {
  const rows = requestFileRows(ctx, key, file)
  await tx.insertInto('file').values(rows.file).execute()
  await tx.insertInto('request_file').values(rows.requestFile).execute()
  return rows.file.file_id
}

export function requestFileRows(
  ctx: Context,
  { agencyId, requestId }: Key,
  file: KeptFile & { purpose: FilePurpose },
) {
  const fileId = newId()
  return {
    file: {
      agency_id: agencyId,
      file_id: fileId,
      name: `${FILE_PURPOSES[file.purpose]}${extension(file.name)}`,
      media_type: file.mediaType,
      size_bytes: file.sizeBytes,
      sha256: file.sha256,
      sm3: file.sm3,
      created_at: ctx.now,
      created_by: actorId(ctx.actor),
    },
    requestFile: {
      agency_id: agencyId,
      request_id: requestId,
      file_id: fileId,
      purpose: file.purpose,
      name_sealed: ctx.seal.seal(file.name),
      is_sealed: true,
      added_at: ctx.now,
    },
  }
}

export async function readRequestFiles(
  tx: Tx,
  ctx: Context,
  { agencyId, requestId }: Key,
): Promise<readonly RequestFile[]> {
  const rows = await tx
    .selectFrom('request_file')
    .innerJoin('file', (join) =>
      join
        .onRef('file.agency_id', '=', 'request_file.agency_id')
        .onRef('file.file_id', '=', 'request_file.file_id'),
    )
    .select([
      'request_file.file_id',
      'request_file.purpose',
      'request_file.name_sealed',
      'request_file.added_at',
      'file.name',
      'file.media_type',
      'file.size_bytes',
      'file.sha256',
    ])
    .where('request_file.agency_id', '=', agencyId)
    .where('request_file.request_id', '=', requestId)
    .orderBy('request_file.added_at')
    .orderBy('request_file.file_id')
    .execute()
  return rows.map((row) => ({
    fileId: row.file_id,
    name: row.name_sealed === null ? row.name : ctx.seal.open(row.name_sealed),
    mediaType: row.media_type,
    sizeBytes: row.size_bytes,
    sha256: row.sha256,
    purpose: row.purpose as FilePurpose,
    addedAt: row.added_at,
  }))
}

function extension(name: string): string {
  const dot = name.lastIndexOf('.')
  return dot === -1 ? '' : name.slice(dot).toLowerCase()
}
