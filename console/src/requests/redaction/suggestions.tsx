import { type RedactionView, redactions } from '@mingfu/contract'
import { useState } from 'react'
import type { AnswerOf } from '../../session/call.ts'
import { useCall } from '../../session/use-call.ts'
import { Alert, Button, ErrorNote, Flex, Tag, Typography } from '../../ui/index.ts'
import type { Box } from './marks.ts'

export type Suggestion = AnswerOf<typeof redactions.suggestions>['marks'][number]

/** 提示: what looks like personal data and lies under no box yet; empty for who may not draw. */
export function useSuggestions(file: RedactionView, marks: readonly (Box & { page: number })[], on: boolean) {
  const query = useCall(
    redactions.suggestions,
    { params: { redactionId: file.redactionId } },
    { enabled: on },
  )
  const [refused, setRefused] = useState<readonly Suggestion[]>([])
  const open = (on ? (query.data?.marks ?? []) : []).filter(
    (one) => !refused.includes(one) && !marks.some((mark) => mark.page === one.page && hides(mark, one)),
  )
  return {
    open,
    withoutText: query.data?.withoutText ?? [],
    loading: on && query.isPending,
    error: query.error,
    refuse: (one: Suggestion) => setRefused([...refused, one]),
  }
}

type Props = Readonly<{
  page: number
  found: ReturnType<typeof useSuggestions>
  onTake: (taken: readonly Suggestion[]) => void
  onPage: (page: number) => void
}>

/** Each is taken over or left by a person; nothing is masked because a rule says so. */
export function Suggestions({
  page,
  found: { open, withoutText, loading, error, refuse },
  onTake,
  onPage,
}: Props) {
  const here = open.filter((one) => one.page === page)
  const elsewhere = [...new Set(open.map((one) => one.page))].filter((other) => other !== page)
  if (loading) return <Typography.Text type="secondary">正在查找可能的个人信息……</Typography.Text>
  return (
    <section aria-label="可能的个人信息" className="suggestions below">
      <ErrorNote error={error} />
      {withoutText.includes(page) ? (
        <Alert type="warning" showIcon title="这一页是扫描图像，没有文字可查，请目视逐处核对。" />
      ) : null}
      {here.length === 0 ? null : (
        <>
          <Flex gap="small" align="center" justify="space-between" wrap>
            <strong>这一页提示{here.length}处</strong>
            <Button size="small" onClick={() => onTake(here)}>
              全部采纳
            </Button>
          </Flex>
          <ul className="plain-list">
            {here.map((one) => (
              <li key={`${one.x} ${one.y} ${one.what}`}>
                <Flex gap={4} align="center" wrap>
                  <span>{one.what}</span>
                  {one.certainty === 'likely' ? <Tag>可能</Tag> : null}
                  <Button size="small" type="link" onClick={() => onTake([one])}>
                    采纳
                  </Button>
                  <Button size="small" type="link" onClick={() => refuse(one)}>
                    不采纳
                  </Button>
                </Flex>
              </li>
            ))}
          </ul>
        </>
      )}
      {elsewhere.length === 0 ? null : (
        <div>
          另有提示在：
          {elsewhere.map((other) => (
            <Button key={other} size="small" type="link" onClick={() => onPage(other)}>
              第{other}页
            </Button>
          ))}
        </div>
      )}
      <Typography.Text type="secondary">
        只查找证件号码、电话、银行卡号、住址和名单，不能代替人的审查。
      </Typography.Text>
    </section>
  )
}

/** The middle of the suggestion lies under the box, and most of its width. */
function hides(mark: Box, { x, y, width, height }: Box): boolean {
  const middle = y + height / 2
  const across = Math.min(mark.x + mark.width, x + width) - Math.max(mark.x, x)
  return middle >= mark.y && middle <= mark.y + mark.height && across >= width * 0.8
}
