// `node scripts/law-docs.mjs`: after a change of law, writes docs/glossary.md and docs/law/ again.
import '../law/src/testing/write-docs.ts'
