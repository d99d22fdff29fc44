import { FILE_KINDS, fieldErrors, type RouteContract } from '@mingfu/contract'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { Invalid } from '../errors.ts'
import { sendFile } from '../send-file.ts'
import type { Context } from '../services/context.ts'
import { readForm, type Upload } from '../upload.ts'

export type { Upload }

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: RouteContract['access']
  }
}

const PER_MINUTE = 600

/** An answer that is a file. */
export class FileAnswer {
  /** Whole, or as it is made: a stream waits for who reads it. */
  readonly bytes: Uint8Array | AsyncIterable<Uint8Array>
  readonly name: string
  readonly mediaType: string
  /** To be opened by the browser itself, where it is a PDF. */
  readonly inline: boolean
  constructor(
    bytes: Uint8Array | AsyncIterable<Uint8Array>,
    name: string,
    mediaType: string,
    inline = false,
  ) {
    this.bytes = bytes
    this.name = name
    this.mediaType = mediaType
    this.inline = inline
  }
}

type Of<Schema> =
  Exclude<Schema, undefined> extends z.ZodType ? z.output<Exclude<Schema, undefined>> : undefined
type Given<Schema> =
  Exclude<Schema, undefined> extends z.ZodType ? Frozen<z.input<Exclude<Schema, undefined>>> : FileAnswer

/** Verbs answer read-only values; a schema speaks of ones that may change. */
type Frozen<T> = T extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Frozen<T[Key]> }
    : T

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
        config: {
          access: contract.access,
          rateLimit: { max: contract.perMinute ?? PER_MINUTE, timeWindow: '1 minute' },
        },
        handler: async (request, reply) => {
          const ctx = await door.contextOf(request, contract.access)
          const { fields, files } = await readBody(contract, request)
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

async function readBody(
  contract: RouteContract,
  request: FastifyRequest,
): Promise<{ fields: unknown; files: readonly Upload[] }> {
  if (!contract.files) return { fields: request.body, files: [] }
  const { fields, files } = await readForm(request, contract.files === true ? FILE_KINDS : contract.files)
  // A form cannot nest; the console sends what is not flat as JSON in one field.
  return { fields: typeof fields.json === 'string' ? fromJson(fields.json) : fields, files }
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Invalid('提交的内容不是有效的 JSON，请检查后再提交')
  }
}

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
