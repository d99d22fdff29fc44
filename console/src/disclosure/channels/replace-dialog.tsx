import { type ChannelPostView, channels } from '@mingfu/contract'
import { WECHAT_LIMITS } from '@mingfu/law'
import { Link } from '@tanstack/react-router'
import { Field, FormDialog } from '../../session/contract-form.tsx'
import { useCall } from '../../session/use-call.ts'
import { Alert, Input } from '../../ui/index.ts'

/** 更正后重新推送: the old article goes, the corrected one is handed over. */
export function ReplaceDialog({ post, onClose }: Readonly<{ post: ChannelPostView; onClose: () => void }>) {
  const { postId, title, author, digest } = post
  return (
    <FormDialog
      title="更正后重新推送"
      route={channels.replace}
      input={{ params: { postId } }}
      initial={{ title, author, digest }}
      submit="删除旧文，重新提交"
      done="已经提交：先删除更正前的图文，再发布更正后的一篇"
      onDone={onClose}
      onClose={onClose}
    >
      <Alert
        type="warning"
        showIcon
        className="below"
        title="先从公众号删除更正前的图文，删除后不能恢复，阅读数和留言随之失去；再用网站现在的正文和原来的封面提交。新的一篇经平台处理成功才算发布。"
      />
      <Field name="title">
        <Input count={{ show: true, max: WECHAT_LIMITS.title }} />
      </Field>
      <Field name="author">
        <Input count={{ show: true, max: WECHAT_LIMITS.author }} />
      </Field>
      <Field name="digest" extra="摘要写到了更正的内容的，一并修改。">
        <Input.TextArea autoSize={{ minRows: 2 }} count={{ show: true, max: WECHAT_LIMITS.digest }} />
      </Field>
    </FormDialog>
  )
}

/** On the page of a corrected document: where its old text stands still. */
export function OutdatedNote({ documentId }: Readonly<{ documentId: string }>) {
  const { data } = useCall(channels.list)
  if (data === undefined) return null
  const { postIds, receipts } = data.outdated
  const post = data.posts.find((one) => one.documentId === documentId && postIds.includes(one.postId))
  const places = receipts.filter((one) => one.documentId === documentId).map(({ place }) => place)
  return (
    <>
      {post === undefined ? null : (
        <Alert
          type="warning"
          showIcon
          title={
            <>
              网站已经更正，公众号上仍是更正前的内容。请到<Link to="/disclosure/channels">公众号</Link>
              重新推送。
            </>
          }
        />
      )}
      {places.length === 0 ? null : (
        <Alert
          type="warning"
          showIcon
          title={`网站已经更正，这些地方仍是更正前的内容：${places.join('、')}。换上更正后的，登记撤下旧的、登记新的。`}
        />
      )}
    </>
  )
}
