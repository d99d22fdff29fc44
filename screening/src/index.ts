export * from './finding.ts'
export { screenTexts } from './screen-texts.ts'
