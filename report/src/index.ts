export * from './render/render-report.ts'
export * from './report.ts'
