import { REDACTION_GROUNDS, type RedactionGround } from '@mingfu/law'
import { Button, Flex, Input, InputNumber, Select, Statute, Typography } from '../../ui/index.ts'
import type { DrawnMark } from './marks.ts'

export const GROUND_OPTIONS = Object.entries(REDACTION_GROUNDS).map(([value, { label }]) => ({
  value,
  label,
}))

type Props = Readonly<{
  marks: readonly DrawnMark[]
  chosen: number | undefined
  fixed: boolean
  onChoose: (key: number) => void
  onChange: (mark: DrawnMark) => void
  onRemove: (key: number) => void
}>

const SIDES = [
  ['x', '左'],
  ['y', '上'],
  ['width', '宽'],
  ['height', '高'],
] as const

/** The boxes of a page in words and numbers, so that they can be set without a pointer too. */
export function MarkList({ marks, chosen, fixed, onChoose, onChange, onRemove }: Props) {
  if (marks.length === 0) return <Typography.Text type="secondary">这一页没有遮盖框。</Typography.Text>
  return (
    <ol className="mark-list">
      {marks.map((mark, index) => (
        <li key={mark.key} className={mark.key === chosen ? 'chosen' : undefined}>
          <Flex vertical gap={4} onFocus={() => onChoose(mark.key)}>
            <Flex gap="small" align="center" justify="space-between">
              <strong>第{index + 1}处</strong>
              {fixed ? null : (
                <Button
                  size="small"
                  danger
                  onClick={() => onRemove(mark.key)}
                  aria-label={`删除第${index + 1}处`}
                >
                  删除
                </Button>
              )}
            </Flex>
            <Select<RedactionGround>
              aria-label="依据"
              disabled={fixed}
              options={GROUND_OPTIONS as { value: RedactionGround; label: string }[]}
              value={mark.ground}
              onChange={(ground) => onChange({ ...mark, ground })}
            />
            <Statute of={REDACTION_GROUNDS[mark.ground].basis} />
            <Input
              aria-label="遮盖的内容"
              disabled={fixed}
              maxLength={100}
              status={mark.part.trim() === '' ? 'error' : ''}
              placeholder="遮盖的是什么，如：公民身份号码"
              value={mark.part}
              onChange={({ target }) => onChange({ ...mark, part: target.value })}
            />
            <Flex wrap gap={4}>
              {SIDES.map(([side, label]) => (
                <InputNumber
                  key={side}
                  size="small"
                  className="mark-side"
                  aria-label={`${label}（页面的百分之几）`}
                  prefix={label}
                  disabled={fixed}
                  min={0}
                  max={100}
                  step={0.5}
                  precision={1}
                  value={mark[side] * 100}
                  onChange={(value) => onChange(within({ ...mark, [side]: (value ?? 0) / 100 }))}
                />
              ))}
            </Flex>
          </Flex>
        </li>
      ))}
    </ol>
  )
}

function within(mark: DrawnMark): DrawnMark {
  return { ...mark, width: Math.min(mark.width, 1 - mark.x), height: Math.min(mark.height, 1 - mark.y) }
}
