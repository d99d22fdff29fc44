import { describe, expect, it } from 'vitest'
import { AREAS } from './index.ts'
import { openApiDocument } from './open-api.ts'

type Operation = { operationId: string; security?: unknown; parameters: Parameter[]; requestBody?: unknown }
type Parameter = { name: string; in: string; required: boolean; schema: { type?: string } }

const document = openApiDocument(AREAS)
const operation = (path: string, method: string) => document.paths[path]?.[method] as Operation

describe('/api/openapi.json', () => {
  it('is OpenAPI 3.1 with one operation a route, each by a name of its own', () => {
    expect(document.openapi).toBe('3.1.0')
    const names = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).map((each) => (each as Operation).operationId),
    )
    expect(new Set(names).size).toBe(names.length)
    expect(names).toContain('agencies.signIn')
    expect(names.length).toBe(Object.values(AREAS).flatMap((routes) => Object.keys(routes)).length)
  })

  it('says who has to be signed in', () => {
    expect(operation('/api/v1/sign-in', 'post').security).toBeUndefined()
    expect(operation('/api/v1/staff', 'get').security).toEqual([{ session: [] }])
  })

  it('names parameters with their type, and which of them may be left out', () => {
    expect(operation('/api/v1/audit', 'get').parameters).toContainEqual(
      expect.objectContaining({ name: 'before', in: 'query', required: false }),
    )
    expect(operation('/api/v1/audit', 'get').parameters[0]?.schema.type).toBe('integer')
    expect(operation('/api/v1/staff/{staffId}/roles', 'put').parameters[0]).toMatchObject({
      name: 'staffId',
      in: 'path',
      required: true,
    })
  })

  it('holds every schema that it refers to', () => {
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)]
    const named = new Set(refs.map(([, name]) => name))
    expect([...named].filter((name) => !Object.hasOwn(document.components.schemas, name ?? ''))).toEqual([])
    expect(JSON.stringify(document)).not.toContain('#/$defs/')
  })
})
