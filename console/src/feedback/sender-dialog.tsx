import { feedback } from '@mingfu/contract'
import { useEffect } from 'react'
import { useAct } from '../session/use-call.ts'
import { Descriptions, ErrorNote, Modal, Spin, Typography } from '../ui/index.ts'
import type { Props } from './answer-dialogs.tsx'

/** 来信原文和联系方式: opening it leaves a trace. */
export function SenderDialog({ item, onClose }: Props) {
  const reveal = useAct(feedback.reveal)
  const { mutate } = reveal
  useEffect(() => mutate({ params: { feedbackId: item.feedbackId } }), [item.feedbackId, mutate])
  return (
    <Modal open title={item.title} footer={null} onCancel={onClose}>
      <ErrorNote error={reveal.error} />
      {reveal.data === undefined ? (
        <Spin />
      ) : (
        <Descriptions
          column={1}
          items={[
            {
              key: 'text',
              label: '内容',
              children: <Typography.Paragraph>{reveal.data.text}</Typography.Paragraph>,
            },
            { key: 'contact', label: '联系方式', children: reveal.data.contact || '没有留下' },
          ]}
        />
      )}
      <Typography.Text type="secondary">只用于办理这件来信；查看已经记入审计日志。</Typography.Text>
    </Modal>
  )
}
