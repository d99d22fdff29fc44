import { createContext } from 'react'
import type { Area } from './area.ts'

/** The areas of the console, for pages that speak of them all: the areas themselves load those pages. */
export const AreasContext = createContext<readonly Area[]>([])
