export * from './agencies.ts'
export * from './annual-reports.ts'
export * from './problem.ts'
export * from './route.ts'
