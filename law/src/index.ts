export * from './annual-report/cell-id.ts'
export * from './annual-report/counting/applications.ts'
export * from './annual-report/counting/disputes.ts'
export * from './annual-report/normalisation.ts'
export * from './annual-report/printed-label.ts'
export * from './annual-report/report-format.ts'
export * from './annual-report/rules/finding.ts'
export * from './annual-report/rules/read-cell.ts'
export * from './annual-report/sections.ts'
export * from './annual-report/table-four.ts'
export * from './annual-report/table-three.ts'
export * from './annual-report/table-two.ts'
export * from './calendar/holiday-notice.ts'
export * from './calendar/national-calendar.ts'
export * from './calendar/working-calendar.ts'
export * from './citation.ts'
export type {
  ContentFacts,
  ContentField,
  ContentValue,
  DenialCode,
  WithheldPart,
} from './decision/content-field.ts'
export * from './decision/evidence.ts'
export * from './decision/outcome.ts'
export * from './decision/outcome-code.ts'
export * from './plain-date.ts'
export * from './request/applicant.ts'
export * from './request/channel.ts'
export * from './request/event.ts'
export * from './request/state.ts'
export * from './ruling.ts'
