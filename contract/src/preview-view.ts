import { z } from 'zod'

/** 预览 of a file: the browser shows it itself, or the pages that were made of it, or why there are none. */
export const PreviewView = z.object({
  shownAs: z.enum(['pdf', 'picture', 'pages', 'nothing']),
  /** Clean HTML. */
  pages: z.array(z.string()),
  /** What the pages do not show. */
  notes: z.array(z.string()),
  fault: z.string().nullable(),
})

export type PreviewView = z.infer<typeof PreviewView>

/** A PDF for the browser's own viewer, in place of a download. */
export const openedInline = z.object({ inline: z.literal('true').optional() })
