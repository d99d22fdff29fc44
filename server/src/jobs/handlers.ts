import { drawLetter } from '../services/requests/draw-letter.ts'
import { indexDocument } from '../services/search/index-document.ts'
import type { Handlers, Scheduled } from './worker.ts'

/** Who does which work: one verb a kind. */
export const HANDLERS: Handlers = {
  'index-document': indexDocument,
  'draw-letter': drawLetter,
}

/** Work that comes by the clock. */
export const SCHEDULED: Scheduled = {}
