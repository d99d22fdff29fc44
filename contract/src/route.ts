import type { z } from 'zod'
import type { FileKind } from './file-kind.ts'

/** Who may call: anybody, or signed-in staff (a verb's own permission check comes on top). */
export type Access = 'public' | 'staff'

/**
 * One route of the HTTP API. Server, console and the OpenAPI document read the same value.
 * `files` marks a `multipart/form-data` body: the fields are `body`, the uploads come beside them. It lists the kinds
 * of file that are taken; `true` takes every kind an office works with.
 */
export type RouteContract<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> = Readonly<{
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below `/api/v1`, with `:name` parameters. */
  path: string
  /** One Chinese line for the OpenAPI document. */
  summary: string
  access: Access
  params?: Params
  query?: Query
  body?: Body
  files?: boolean | readonly FileKind[]
  /** How often one caller may call in a minute; 600 unless told. */
  perMinute?: number
  /** Absent when the answer is a file. */
  answer?: Answer
}>

/** Keeps the literal types of a contract; does nothing at run time. */
export function defineRoute<
  const Params extends z.ZodType,
  const Query extends z.ZodType,
  const Body extends z.ZodType,
  const Answer extends z.ZodType,
>(route: RouteContract<Params, Query, Body, Answer>): RouteContract<Params, Query, Body, Answer> {
  return route
}

/** What is given for a schema of a contract. */
export type InputOf<Schema> =
  Exclude<Schema, undefined> extends z.ZodType ? z.input<Exclude<Schema, undefined>> : never

/** What comes of it. */
export type OutputOf<Schema> =
  Exclude<Schema, undefined> extends z.ZodType ? z.output<Exclude<Schema, undefined>> : never
