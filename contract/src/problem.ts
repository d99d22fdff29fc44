import { z } from 'zod'

/** An error answer, RFC 9457 (`application/problem+json`). */
export const Problem = z.object({
  type: z.string(),
  status: z.int(),
  /** Kebab-case, stable: `extension-too-long`. */
  code: z.string(),
  /** One Chinese sentence saying what to do. */
  title: z.string(),
  /** The article, when the law refused: 《…条例》第三十三条第二款. */
  basis: z.string().nullable(),
  /** Field path → what to do, when the input's shape is wrong. */
  fields: z.record(z.string(), z.string()).optional(),
})
export type Problem = z.infer<typeof Problem>
