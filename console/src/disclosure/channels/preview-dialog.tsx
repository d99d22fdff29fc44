import { channels } from '@mingfu/contract'
import { urlOf } from '../../session/call.ts'
import { useCall } from '../../session/use-call.ts'
import { Alert, ErrorNote, Flex, Modal, Spin, Typography } from '../../ui/index.ts'
import './channels.css'

/** 预览: the article at the width of a phone, as its readers will see it. */
export function PreviewDialog({ postId, onClose }: { postId: string; onClose: () => void }) {
  const preview = useCall(channels.preview, { params: { postId } })
  const faults = Object.values(preview.data?.faults ?? {})
  return (
    <Modal open title="公众号图文预览" footer={null} width={460} onCancel={onClose}>
      <ErrorNote error={preview.error} />
      {preview.data === undefined ? (
        <Spin />
      ) : (
        <Flex vertical gap="middle">
          {faults.length > 0 ? <Alert type="error" showIcon title={faults.join('；')} /> : null}
          <article className="wechat-article">
            <img
              className="wechat-cover"
              src={urlOf(channels.cover, { params: { postId } })}
              alt="封面图片"
            />
            <h2>{preview.data.post.title}</h2>
            <p className="wechat-author">{preview.data.post.author}</p>
            {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the server keeps nothing but cleaned structure */}
            <div dangerouslySetInnerHTML={{ __html: preview.data.html }} />
          </article>
          <Typography.Text type="secondary" className="detail">
            {preview.data.sourceUrl === ''
              ? '没有设置网站的地址，图文没有“阅读原文”。'
              : `阅读原文：${preview.data.sourceUrl}`}
          </Typography.Text>
          {preview.data.post.digest === '' ? null : (
            <Typography.Text type="secondary">摘要：{preview.data.post.digest}</Typography.Text>
          )}
        </Flex>
      )}
    </Modal>
  )
}
