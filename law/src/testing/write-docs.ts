// Run by scripts/law-docs.mjs: writes docs/glossary.md and docs/law/ from the tables of law.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { lawPages } from './law-docs/pages.ts'

const DOCS = new URL('../../../docs/', import.meta.url)

rmSync(new URL('law/', DOCS), { recursive: true, force: true })
mkdirSync(new URL('law/', DOCS), { recursive: true })
for (const [path, text] of Object.entries(lawPages())) writeFileSync(new URL(path, DOCS), text)
