import type { RouteContract } from '@mingfu/contract'
import { Problem } from '@mingfu/contract'
import { z } from 'zod'

/** The OpenAPI 3.1 document of the contracts, by area. */
export function openApiDocument(areas: Readonly<Record<string, Readonly<Record<string, RouteContract>>>>) {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const [area, routes] of Object.entries(areas)) {
    for (const [name, route] of Object.entries(routes)) {
      const path = `/api/v1${route.path.replace(/:(\w+)/g, '{$1}')}`
      paths[path] = {
        ...paths[path],
        [route.method.toLowerCase()]: operation(`${area}.${name}`, area, route),
      }
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '明府 政府信息公开平台',
      version: '1',
      description: '错误以 RFC 9457 的形式返回，带有依据条款。',
    },
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'mingfu_session' } },
      schemas: { Problem: schemaOf(Problem, 'output') },
    },
  }
}

function operation(operationId: string, tag: string, route: RouteContract) {
  const media = route.files ? 'multipart/form-data' : 'application/json'
  return {
    operationId,
    tags: [tag],
    summary: route.summary,
    ...(route.access === 'staff' ? { security: [{ session: [] }] } : {}),
    parameters: [...parameters('path', route.params), ...parameters('query', route.query)],
    ...(route.body
      ? { requestBody: { required: true, content: { [media]: { schema: schemaOf(route.body, 'input') } } } }
      : {}),
    responses: {
      200: {
        description: '成功',
        content: route.answer
          ? { 'application/json': { schema: schemaOf(route.answer, 'output') } }
          : { 'application/octet-stream': {} },
      },
      default: {
        description: '错误',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

function parameters(where: 'path' | 'query', schema: z.ZodType | undefined) {
  if (schema === undefined) return []
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, unknown>
    required?: string[]
  }
  return Object.entries(properties).map(([name, of]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: of,
  }))
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): unknown {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}
