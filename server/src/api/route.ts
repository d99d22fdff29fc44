import type {} from '@fastify/multipart'
import type { RouteContract } from '@mingfu/contract'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { Invalid } from '../errors.ts'
import type { Context } from '../services/context.ts'
import { fieldErrors } from './zod-messages.ts'

/** An uploaded file, whole: uploads are small (20 MB) and are kept before anything looks into them. */
export type Upload = Readonly<{ field: string; name: string; mediaType: string; bytes: Uint8Array }>

/** An answer that is a file. */
export class FileAnswer {
  readonly bytes: Uint8Array
  readonly name: string
  readonly mediaType: string
  constructor(bytes: Uint8Array, name: string, mediaType: string) {
    this.bytes = bytes
    this.name = name
    this.mediaType = mediaType
  }
}

type Of<Schema> =
  Exclude<Schema, undefined> extends z.ZodType ? z.output<Exclude<Schema, undefined>> : undefined
type Given<Schema> =
  Exclude<Schema, undefined> extends z.ZodType ? z.input<Exclude<Schema, undefined>> : FileAnswer

export type Handler<Route extends RouteContract> = (
  input: Readonly<{
    params: Of<Route['params']>
    query: Of<Route['query']>
    body: Of<Route['body']>
    files: readonly Upload[]
    ctx: Context
    request: FastifyRequest
    reply: FastifyReply
  }>,
) => Promise<Given<Route['answer']> | FileAnswer>

export type ApiDoor = Readonly<{
  /** The context of a call: who is signed in, on which day. Throws `NotSignedIn` for staff routes. */
  contextOf(request: FastifyRequest, access: RouteContract['access']): Promise<Context>
}>

/** Registers contracts with their handlers: unpack, call, answer. */
export function apiRouter(server: FastifyInstance, door: ApiDoor) {
  return {
    route<Route extends RouteContract>(contract: Route, handle: Handler<Route>): void {
      server.route({
        method: contract.method,
        url: contract.path,
        handler: async (request, reply) => {
          const ctx = await door.contextOf(request, contract.access)
          const { fields, files } = contract.files
            ? await readForm(request)
            : { fields: request.body, files: [] }
          const answer = await handle({
            params: parse(contract.params, request.params),
            query: parse(contract.query, request.query),
            body: parse(contract.body, fields),
            files,
            ctx,
            request,
            reply,
          } as Parameters<Handler<Route>>[0])
          return answer instanceof FileAnswer ? sendFile(reply, answer) : present(contract, answer)
        },
      })
    },
  }
}

export type Api = ReturnType<typeof apiRouter>

function parse(schema: z.ZodType | undefined, input: unknown): unknown {
  if (schema === undefined) return undefined
  const parsed = schema.safeParse(input ?? {}, { reportInput: true })
  if (parsed.success) return parsed.data
  const fields = fieldErrors(schema, parsed.error)
  throw new Invalid(Object.values(fields)[0] ?? '填写有误，请核对', fields)
}

/** Presented fields only: what the answer's schema does not name never leaves the house. */
function present(contract: RouteContract, answer: unknown): unknown {
  if (contract.answer === undefined) throw new Error(`${contract.method} ${contract.path} answers files only`)
  return contract.answer.parse(answer)
}

async function readForm(
  request: FastifyRequest,
): Promise<{ fields: Record<string, unknown>; files: Upload[] }> {
  const fields: Record<string, unknown> = {}
  const files: Upload[] = []
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      const bytes = await part.toBuffer()
      if (part.filename !== '' || bytes.length > 0) {
        files.push({ field: part.fieldname, name: part.filename, mediaType: part.mimetype, bytes })
      }
    } else {
      fields[part.fieldname] = part.value
    }
  }
  // A form cannot nest; what is not flat comes as JSON in one field.
  return { fields: typeof fields['json'] === 'string' ? JSON.parse(fields['json']) : fields, files }
}

/** Sends bytes under a Chinese name that every browser understands (RFC 5987), never to be run in our origin. */
export function sendFile(reply: FastifyReply, { bytes, name, mediaType }: FileAnswer): FastifyReply {
  const ascii = name.replace(/[^\x20-\x7e]|["\\]/g, '_')
  return reply
    .header('content-type', mediaType)
    .header(
      'content-disposition',
      `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    )
    .header('x-content-type-options', 'nosniff')
    .send(Buffer.from(bytes))
}
