import {
  CHANNEL_POST_STATES,
  type ChannelPostView,
  type ChannelReceiptView,
  channels,
} from '@mingfu/contract'
import { parsePlainDate, plainDateText } from '@mingfu/law'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { ActButton } from '../../session/act-button.tsx'
import { Gate } from '../../session/gate.tsx'
import { useCall } from '../../session/use-call.ts'
import { Alert, Button, Flex, momentText, PageHead, QueryTable, Tag, Typography } from '../../ui/index.ts'
import { PreviewDialog } from './preview-dialog.tsx'
import { ReplaceDialog } from './replace-dialog.tsx'

const COLOURS = {
  prepared: 'default',
  sending: 'processing',
  checking: 'processing',
  published: 'success',
  failed: 'error',
  removing: 'warning',
  removed: 'default',
  cancelled: 'default',
} as const

/** 公众号: every article with its receipt, and what a withdrawal still waits for. */
export default function ChannelsPage() {
  const list = useCall(channels.list)
  const [previewed, setPreviewed] = useState<string>()
  const hanging = list.data?.hanging ?? []
  const outdated = list.data?.outdated ?? { postIds: [], receipts: [] }
  const [replacing, setReplacing] = useState<ChannelPostView>()
  const outstanding = list.data?.posts.filter(({ state }) => state === 'removing').length ?? 0
  return (
    <>
      <PageHead
        title="公众号"
        note="在已发布的政府信息中选择“推送到公众号”备稿，预览、提交以后发出。平台处理成功才算发布。"
      />
      <Flex vertical gap="small" className="below">
        {list.data?.configured === false ? (
          <Alert
            type="info"
            showIcon
            title="没有接通公众号，可以备稿和预览，不会发出任何内容"
            description="由系统管理员在运行环境中设置 MINGFU_WECHAT_APPID 和 MINGFU_WECHAT_SECRET。公众号须经微信认证，并把本机的IP加入IP白名单。"
          />
        ) : null}
        {outstanding > 0 ? (
          <Alert type="warning" showIcon title={`网站已经撤下的信息，有${outstanding}篇还没有从公众号删除`} />
        ) : null}
        {outdated.postIds.length > 0 ? (
          <Alert
            type="warning"
            showIcon
            title={`网站已经更正，公众号上有${outdated.postIds.length}篇仍是更正前的内容，请重新推送`}
          />
        ) : null}
        {outdated.receipts.length > 0 ? (
          <Places
            title={`网站已经更正，其他渠道有${outdated.receipts.length}处仍是更正前的内容`}
            receipts={outdated.receipts}
          />
        ) : null}
        {list.data?.updateBy ? (
          <Alert
            type="warning"
            showIcon
            title={`公众号已有十天以上没有更新，应当在${plainDateText(parsePlainDate(list.data.updateBy))}以前发布新的内容`}
          />
        ) : null}
        {hanging.length > 0 ? (
          <Places
            title={`网站已经撤下的信息，其他渠道有${hanging.length}处还没有登记撤下`}
            receipts={hanging}
          />
        ) : null}
        {list.data?.stale ? (
          <Alert type="warning" showIcon title={`${list.data.stale}；政务新媒体两周不更新，检查时单项否决`} />
        ) : null}
      </Flex>
      <QueryTable
        query={list}
        rows={list.data?.posts}
        rowKey={({ postId }) => postId}
        empty="还没有备过公众号图文。"
        columns={[
          {
            title: '标题',
            cell: ({ documentId, title }) => <Link to={`/disclosure/${documentId}`}>{title}</Link>,
          },
          { title: '状态', cell: Outcome },
          { title: '备稿', cell: ({ preparedBy, preparedAt }) => `${preparedBy} ${momentText(preparedAt)}` },
          {
            title: '提交',
            cell: ({ submittedBy, submittedAt }) =>
              submittedBy === null ? '—' : `${submittedBy} ${momentText(submittedAt)}`,
          },
          { title: '回执', cell: Receipt },
          {
            title: '办理',
            cell: (post) => (
              <Acts
                post={post}
                onPreview={() => setPreviewed(post.postId)}
                onReplace={outdated.postIds.includes(post.postId) ? () => setReplacing(post) : undefined}
              />
            ),
          },
        ]}
      />
      {previewed === undefined ? null : (
        <PreviewDialog postId={previewed} onClose={() => setPreviewed(undefined)} />
      )}
      {replacing === undefined ? null : (
        <ReplaceDialog post={replacing} onClose={() => setReplacing(undefined)} />
      )}
    </>
  )
}

function Outcome({ state, note, publishedAt, removedAt, nextTryAt }: ChannelPostView) {
  const at = removedAt ?? publishedAt
  return (
    <Flex vertical>
      <span>
        <Tag color={COLOURS[state]}>{CHANNEL_POST_STATES[state]}</Tag>
        {at === null ? null : momentText(at)}
      </span>
      {note === null ? null : <Typography.Text type="secondary">{note}</Typography.Text>}
      {nextTryAt === null ? null : (
        <Typography.Text type="secondary">下次办理：{momentText(nextTryAt)}</Typography.Text>
      )}
    </Flex>
  )
}

function Receipt({ publishId, articleUrl }: ChannelPostView) {
  if (publishId === null) return '—'
  return (
    <Flex vertical>
      <span className="detail">任务编号 {publishId}</span>
      {articleUrl === null ? null : (
        <a href={articleUrl} target="_blank" rel="noopener noreferrer">
          查看图文
        </a>
      )}
    </Flex>
  )
}

function Places({ title, receipts }: Readonly<{ title: string; receipts: readonly ChannelReceiptView[] }>) {
  return (
    <Alert
      type="warning"
      showIcon
      title={title}
      description={
        <ul className="plain-list">
          {receipts.map(({ receiptId, documentId, title: name, place }) => (
            <li key={receiptId}>
              <Link to={`/disclosure/${documentId}`}>{name}</Link>：{place}
            </li>
          ))}
        </ul>
      }
    />
  )
}

type ActsProps = Readonly<{
  post: ChannelPostView
  onPreview: () => void
  onReplace: (() => void) | undefined
}>

function Acts({ post, onPreview, onReplace }: ActsProps) {
  const { state, postId } = post
  const input = { params: { postId } }
  const open = state === 'prepared' || state === 'failed'
  return (
    <Flex gap="small" wrap>
      <Button size="small" onClick={onPreview}>
        预览
      </Button>
      {onReplace === undefined ? null : (
        <Gate permission="submit-channel-post">
          <Button size="small" type="primary" onClick={onReplace}>
            重新推送
          </Button>
        </Gate>
      )}
      {open ? (
        <Gate permission="submit-channel-post">
          <ActButton
            size="small"
            type="primary"
            route={channels.submit}
            input={input}
            confirm={{
              title: '提交发布？',
              content: `“${post.title}”将发布到公众号。您已经预览并核对过内容。`,
              okText: '提交',
            }}
            done="已经提交，平台处理成功后显示为已发布"
          >
            {state === 'failed' ? '再次提交' : '提交'}
          </ActButton>
        </Gate>
      ) : null}
      {open ? (
        <Gate permission="publish-document">
          <ActButton size="small" route={channels.cancel} input={input} done="已经取消">
            取消
          </ActButton>
        </Gate>
      ) : null}
      {state === 'removing' ? (
        <Gate permission="submit-channel-post">
          <ActButton
            size="small"
            route={channels.confirmRemoved}
            input={input}
            confirm={{
              title: '登记已经删除？',
              content: '您已经在公众号后台核对，这篇图文不再能看到。',
              okText: '登记',
            }}
            done="已经登记"
          >
            登记已删除
          </ActButton>
        </Gate>
      ) : null}
    </Flex>
  )
}
