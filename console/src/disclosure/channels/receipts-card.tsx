import { type ChannelReceiptView, channels, type DocumentFileView, OTHER_CHANNELS } from '@mingfu/contract'
import { useState } from 'react'
import { ActButton } from '../../session/act-button.tsx'
import { urlOf } from '../../session/call.ts'
import { Field, FormDialog } from '../../session/contract-form.tsx'
import { Gate } from '../../session/gate.tsx'
import { useCall } from '../../session/use-call.ts'
import { useSession } from '../../session/use-session.ts'
import { Button, Card, dayText, Flex, Form, Input, Select, Tag, Typography, Upload } from '../../ui/index.ts'

const CHANNELS = Object.entries(OTHER_CHANNELS).map(([value, label]) => ({ value, label }))

/** 其他渠道: boards, reading places, broadcasts; each with its receipt, and taken down with the site. */
export function ReceiptsCard({ file }: { file: DocumentFileView }) {
  const receipts = useCall(channels.receipts, { params: { documentId: file.documentId } })
  const [open, setOpen] = useState(false)
  const shown = receipts.data ?? []
  return (
    <Card
      title="其他渠道"
      extra={
        file.withdrawnAt === null ? (
          <Gate permission="publish-document">
            <Button onClick={() => setOpen(true)}>登记</Button>
          </Gate>
        ) : null
      }
    >
      {shown.length === 0 ? (
        <Typography.Text type="secondary">
          张贴到公示栏、送到查阅点、在广播电视和报刊公开的，在这里登记何处、何时。
        </Typography.Text>
      ) : (
        <Flex vertical gap="small">
          {shown.map((receipt) => (
            <Receipt key={receipt.receiptId} receipt={receipt} />
          ))}
        </Flex>
      )}
      {open ? <ReceiptDialog documentId={file.documentId} onClose={() => setOpen(false)} /> : null}
    </Card>
  )
}

function Receipt({ receipt }: { receipt: ChannelReceiptView }) {
  const { receiptId, channel, place, shownOn, link, note, hasPhoto, recordedBy, takenDownOn } = receipt
  const params = { receiptId }
  return (
    <Flex gap="small" wrap align="center">
      <Tag>{OTHER_CHANNELS[channel as keyof typeof OTHER_CHANNELS]}</Tag>
      <span>
        {place}，{dayText(shownOn)}公开，{recordedBy}登记
        {takenDownOn === null ? '' : `，${dayText(takenDownOn)}撤下`}
      </span>
      {note === null ? null : <Typography.Text type="secondary">{note}</Typography.Text>}
      {link === null ? null : (
        <a href={link} target="_blank" rel="noopener noreferrer">
          网址
        </a>
      )}
      {hasPhoto ? (
        <a href={urlOf(channels.receiptPhoto, { params })} target="_blank" rel="noopener noreferrer">
          照片
        </a>
      ) : null}
      {takenDownOn === null ? (
        <Gate permission="publish-document">
          <ActButton size="small" route={channels.takenDown} input={{ params }} done="已经登记撤下">
            登记撤下
          </ActButton>
        </Gate>
      ) : null}
    </Flex>
  )
}

function ReceiptDialog({ documentId, onClose }: { documentId: string; onClose: () => void }) {
  const [photo, setPhoto] = useState<File>()
  const { data: me } = useSession()
  return (
    <FormDialog
      title="登记其他渠道的公开"
      route={channels.recordReceipt}
      input={{
        params: { documentId },
        files: photo === undefined ? [] : [{ field: 'photo', file: photo }],
      }}
      initial={{ channel: 'notice-board', shownOn: me?.today }}
      submit="登记"
      done="已经登记"
      onDone={onClose}
      onClose={onClose}
    >
      <Field name="channel">
        <Select options={CHANNELS} />
      </Field>
      <Field name="place" extra="例如：皇路店镇政府院内公示栏、鸭河工区广播站。">
        <Input />
      </Field>
      <Field name="shownOn">
        <Input type="date" />
      </Field>
      <Field name="link">
        <Input placeholder="有网址的填写" />
      </Field>
      <Field name="note" label="说明">
        <Input />
      </Field>
      <Form.Item label="照片" extra="jpg或者png，可以不传。">
        <Upload
          accept=".jpg,.jpeg,.png"
          maxCount={1}
          beforeUpload={(chosen) => {
            setPhoto(chosen)
            return false
          }}
          onRemove={() => setPhoto(undefined)}
        >
          <Button>选择照片</Button>
        </Upload>
      </Form.Item>
    </FormDialog>
  )
}
