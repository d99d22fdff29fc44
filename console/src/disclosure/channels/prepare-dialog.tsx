import { channels, type DocumentFileView } from '@mingfu/contract'
import { WECHAT_LIMITS } from '@mingfu/law'
import { useState } from 'react'
import { useAct } from '../../session/use-call.ts'
import { Alert, Button, ErrorNote, Flex, Form, Input, Modal, Upload } from '../../ui/index.ts'

type Words = { title: string; author: string; digest: string }

/** 推送到公众号: what the article needs beside the text; nothing is sent yet. */
export function PrepareDialog({ file, onClose }: { file: DocumentFileView; onClose: () => void }) {
  const [cover, setCover] = useState<File>()
  const prepare = useAct(channels.prepare, { done: '已经备稿，请到“公众号”预览后提交', onDone: onClose })
  const { title, summary } = file.content
  const finish = (body: Words) =>
    prepare.mutate({
      params: { documentId: file.documentId },
      body,
      files: cover === undefined ? [] : [{ field: 'cover', file: cover }],
    })
  return (
    <Modal
      open
      title="推送到公众号"
      okText="备稿"
      okButtonProps={{ htmlType: 'submit', form: 'prepare-post' }}
      confirmLoading={prepare.isPending}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <Flex vertical gap="middle">
        <Alert type="info" showIcon title="正文、图片与网站一致。现在只是备稿，预览、提交以后才会发出。" />
        <Form<Words>
          id="prepare-post"
          layout="vertical"
          onFinish={finish}
          initialValues={{ title, author: '', digest: summary }}
        >
          <Form.Item name="title" label="公众号标题" rules={rules('公众号标题', WECHAT_LIMITS.title, true)}>
            <Input count={{ show: true, max: WECHAT_LIMITS.title }} />
          </Form.Item>
          <Form.Item name="author" label="作者" rules={rules('作者', WECHAT_LIMITS.author)}>
            <Input count={{ show: true, max: WECHAT_LIMITS.author }} />
          </Form.Item>
          <Form.Item
            name="digest"
            label="摘要"
            extra="不填的，平台取正文开头。"
            rules={rules('摘要', WECHAT_LIMITS.digest)}
          >
            <Input.TextArea autoSize={{ minRows: 2 }} count={{ show: true, max: WECHAT_LIMITS.digest }} />
          </Form.Item>
          <Form.Item label="封面图片" required extra="jpg或者png，建议900×383像素。">
            <Upload
              accept=".jpg,.jpeg,.png"
              maxCount={1}
              beforeUpload={(chosen) => {
                setCover(chosen)
                return false
              }}
              onRemove={() => setCover(undefined)}
            >
              <Button>选择封面图片</Button>
            </Upload>
          </Form.Item>
        </Form>
        <ErrorNote error={prepare.error} />
      </Flex>
    </Modal>
  )
}

function rules(what: string, most: number, required = false) {
  return [
    {
      required,
      validator: async (_rule: unknown, value: string = '') => {
        if (required && value.trim() === '') throw new Error(`请填写${what}`)
        const length = [...value.trim()].length
        if (length > most) throw new Error(`${what}有${length}个字，公众号限${most}个字，请缩短`)
      },
    },
  ]
}
