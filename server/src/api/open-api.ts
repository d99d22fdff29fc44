import { createHash } from 'node:crypto'
import { FILE_KINDS, Problem, type RouteContract } from '@mingfu/contract'
import { z } from 'zod'

type Areas = Readonly<Record<string, Readonly<Record<string, RouteContract>>>>

/** The OpenAPI 3.1 document of the contracts, by area. */
export function openApiDocument(areas: Areas) {
  const paths: Record<string, Record<string, unknown>> = {}
  const shared: Shared = new Map()
  for (const [area, routes] of Object.entries(areas)) {
    for (const [name, route] of Object.entries(routes)) {
      const path = `/api/v1${route.path.replace(/:(\w+)/g, '{$1}')}`
      paths[path] = {
        ...paths[path],
        [route.method.toLowerCase()]: operation(`${area}.${name}`, area, route, shared),
      }
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '明府 政府信息公开平台',
      version: '1',
      description:
        '错误以 RFC 9457 的形式返回，带有代码、说明和依据条款。登录后以 Cookie 识别身份；浏览器修改数据时还要带上请求头 x-csrf-token。',
    },
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'mingfu_session' } },
      schemas: { Problem: schemaOf(Problem, 'output', shared), ...Object.fromEntries(shared) },
    },
  }
}

function operation(operationId: string, tag: string, route: RouteContract, shared: Shared) {
  return {
    operationId,
    tags: [tag],
    summary: route.summary,
    ...(route.access === 'staff' ? { security: [{ session: [] }] } : {}),
    parameters: [...parameters('path', route.params, shared), ...parameters('query', route.query, shared)],
    ...(route.body || route.files ? { requestBody: requestBody(route, shared) } : {}),
    responses: {
      200: {
        description: '成功',
        content: route.answer
          ? { 'application/json': { schema: schemaOf(route.answer, 'output', shared) } }
          : { 'application/octet-stream': {} },
      },
      default: {
        description: '错误',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

function requestBody({ body, files }: RouteContract, shared: Shared) {
  const fields = body === undefined ? { type: 'object', properties: {} } : schemaOf(body, 'input', shared)
  if (!files) return { required: true, content: { 'application/json': { schema: fields } } }
  const kinds = files === true ? FILE_KINDS : files
  const file = {
    type: 'array',
    items: { type: 'string', format: 'binary' },
    description: `可以上传${kinds.join('、')}格式，单个不超过20兆字节`,
  }
  const schema = { ...fields, properties: { ...fields.properties, files: file } }
  return { required: true, content: { 'multipart/form-data': { schema } } }
}

function parameters(where: 'path' | 'query', schema: z.ZodType | undefined, shared: Shared) {
  if (schema === undefined) return []
  // What may be left out is said by the input; of what type it is, by the output, for text is coerced.
  const required = schemaOf(schema, 'input', shared).required ?? []
  return Object.entries(schemaOf(schema, 'output', shared).properties ?? {}).map(([name, of]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: of,
  }))
}

type ObjectSchema = { properties?: Record<string, unknown>; required?: string[] }

/** Schemas that refer to themselves stand once, under `components`, by a name made from what they say. */
type Shared = Map<string, unknown>

function schemaOf(schema: z.ZodType, io: 'input' | 'output', shared: Shared): ObjectSchema {
  const { $schema: _, $defs = {}, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  let text = JSON.stringify(rest)
  for (const [name, definition] of Object.entries($defs)) {
    const body = JSON.stringify(definition)
    const key = `Shared${createHash('sha256').update(body).digest('hex').slice(0, 8)}`
    const [from, to] = [`#/$defs/${name}`, `#/components/schemas/${key}`]
    shared.set(key, JSON.parse(body.replaceAll(from, to)))
    text = text.replaceAll(from, to)
  }
  return JSON.parse(text) as ObjectSchema
}
