import { Tag } from '../ui/index.ts'

const LEVELS = {
  veto: { label: '禁止发布', color: 'red' },
  block: { label: '改正或者说明', color: 'orange' },
  warn: { label: '核对', color: 'blue' },
} as const

/** What a finding means for the publication. */
export function LevelTag({ level }: { level: keyof typeof LEVELS }) {
  return <Tag color={LEVELS[level].color}>{LEVELS[level].label}</Tag>
}
