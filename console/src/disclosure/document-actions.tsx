import { type DocumentFileView, disclosure, type PermissionId, release } from '@mingfu/contract'
import { CONTENT_KINDS, INTERPRETED_KINDS, type PublicationAct, type ReviewStep } from '@mingfu/law'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { ActButton } from '../session/act-button.tsx'
import { urlOf } from '../session/call.ts'
import { useMay, useSession } from '../session/use-session.ts'
import { Button } from '../ui/index.ts'
import { PrepareDialog } from './channels/prepare-dialog.tsx'
import { ConsultDialog, ScheduleDialog } from './consult-dialogs.tsx'
import {
  AnswerReferralDialog,
  ChangeValidityDialog,
  RelateDialog,
  ReturnDialog,
  WithdrawDialog,
} from './document-dialogs.tsx'
import { InterpretationDialog } from './interpretation-dialog.tsx'
import { ApproveDialog, PassLevelDialog } from './level-dialogs.tsx'

const DIALOGS = {
  return: ReturnDialog,
  referral: AnswerReferralDialog,
  withdraw: WithdrawDialog,
  validity: ChangeValidityDialog,
  relate: RelateDialog,
  consult: ConsultDialog,
  schedule: ScheduleDialog,
  channel: PrepareDialog,
  level: PassLevelDialog,
  approve: ApproveDialog,
  interpretation: InterpretationDialog,
} as const

type DialogId = keyof typeof DIALOGS

/** What the state and this person's permission allow, and nothing else. */
export function DocumentActions({ file }: { file: DocumentFileView }) {
  const { open, wrote, atLevel, mayReviewLater } = useOpenActs(file)
  const may = useMay()
  const navigate = useNavigate()
  const [dialog, setDialog] = useState<DialogId>()
  const input = { params: { documentId: file.documentId }, body: { version: file.version } }
  const Dialog = dialog === undefined ? undefined : DIALOGS[dialog]
  const published = file.state === 'published'
  const asks = (id: DialogId, label: string, look: 'default' | 'primary' | 'danger' = 'default') => (
    <Button
      danger={look === 'danger'}
      type={look === 'primary' ? 'primary' : 'default'}
      onClick={() => setDialog(id)}
    >
      {label}
    </Button>
  )
  return (
    <>
      {open('edit', 'draft-document') ? linkTo(file, 'edit', '修改') : null}
      {open('submit', 'draft-document') ? (
        <ActButton
          type="primary"
          route={disclosure.submit}
          input={input}
          disabled={Object.keys(file.faults).length > 0}
          confirm={{
            title: '提交审查？',
            content: '您已经核对过内容：没有错别字，附件齐全，公开方式正确。',
            okText: '提交审查',
          }}
          done="已经提交审查"
        >
          提交审查
        </ActButton>
      ) : null}
      {atLevel('unit-review') || atLevel('office-review')
        ? asks('level', file.levels.find(({ current }) => current)?.label ?? '审核', 'primary')
        : null}
      {open('review', 'review-secrecy') && atLevel('secrecy-review')
        ? linkTo(file, 'review', '保密审查', true)
        : null}
      {open('referral', 'review-secrecy') ? asks('referral', '登记确定意见') : null}
      {open('approve', 'approve-document') && atLevel('leader-approval')
        ? asks('approve', '签发', 'primary')
        : null}
      {open('publish', 'publish-document') && file.content.attribute === 'proactive' ? (
        <ActButton
          type="primary"
          route={disclosure.publish}
          input={input}
          confirm={{
            title: '发布？',
            content: '发布后立即在门户公开，发布时间以服务器时间为准，内容不能直接修改。',
            okText: '发布',
          }}
          done="已经发布"
        >
          发布
        </ActButton>
      ) : null}
      {open('schedule', 'publish-document') && file.content.attribute === 'proactive'
        ? asks('schedule', '定时发布')
        : null}
      {open('consult', 'review-secrecy') ? asks('consult', '征求意见') : null}
      {open('return', 'review-secrecy') ||
      open('return', 'approve-document') ||
      open('return', 'publish-document')
        ? asks('return', '退回')
        : null}
      {published && may('publish-document') && CONTENT_KINDS[file.content.kind].hasValidity
        ? asks('validity', '变更有效性')
        : null}
      {published && may('publish-document') && asksInterpretation(file)
        ? asks('interpretation', '解读计划')
        : null}
      {published && may('publish-document') ? asks('channel', '推送到公众号') : null}
      {may('publish-document') && file.correctsId === null ? asks('relate', '关联文件、解读') : null}
      {open('correct', 'draft-document') && file.openCorrectionId === null ? (
        <ActButton
          route={release.draftCorrection}
          input={input}
          confirm={{
            title: '拟制更正？',
            content: '以现在的内容为底稿修改，经过各级审核后替换原文；更正说明公开，原文内部留存。',
            okText: '拟制更正',
          }}
          done="更正稿已经生成，请修改并写明更正说明"
          onDone={({ documentId }) => navigate({ to: `/disclosure/${documentId}/edit` })}
        >
          更正
        </ActButton>
      ) : null}
      {SETTLED.includes(file.state) && may('publish-document') ? (
        <Button href={urlOf(release.archive, { params: { documentId: file.documentId } })}>归档包</Button>
      ) : null}
      {mayReviewLater ? linkTo(file, 'later-review', '补审', true) : null}
      {open('publish-urgently', 'release-urgently') && !wrote && file.content.attribute === 'proactive'
        ? linkTo(file, 'urgent', '应急发布')
        : null}
      {open('withdraw', 'publish-document') ? asks('withdraw', '撤下', 'danger') : null}
      {open('reopen', 'draft-document') ? (
        <ActButton
          route={disclosure.reopen}
          input={input}
          confirm={{
            title: '重新评估？',
            content: '这条信息转为草稿，修改后重新审查、签发；再次发布时索引号不变。',
            okText: '转为草稿',
          }}
          done="已经转为草稿"
        >
          重新评估
        </ActButton>
      ) : null}
      {Dialog === undefined ? null : <Dialog file={file} onClose={() => setDialog(undefined)} />}
    </>
  )
}

const WRITING = ['drafted', 'edited', 'file-attached', 'file-removed', 'submitted']

/** What has come to its end and can be filed. */
const SETTLED = ['published', 'withdrawn', 'withheld', 'archived']

/** A policy document on whose page no interpretation stands yet. */
function asksInterpretation({ content, relations }: DocumentFileView): boolean {
  const interpreted = relations.some(({ kind, direction }) => kind === 'interprets' && direction === 'to')
  return INTERPRETED_KINDS.includes(content.kind) && !interpreted
}

const JUDGING = ['published-urgently', 'later-reviewed']

function useOpenActs(file: DocumentFileView) {
  const may = useMay()
  const { data: me } = useSession()
  const level = file.levels.find(({ current }) => current)
  const later = file.laterReview?.next
  const waits = file.state === 'published' && file.urgent?.laterReviewedAt === null
  // Who had a hand in the content judges it neither as reviewer nor as leader.
  const wrote = file.events.some(({ kind, actorId }) => WRITING.includes(kind) && actorId === me?.staffId)
  const judged = file.events.some(({ kind, actorId }) => JUDGING.includes(kind) && actorId === me?.staffId)
  return {
    open: (act: PublicationAct, permission: PermissionId) => file.acts.includes(act) && may(permission),
    wrote,
    /** Whether it waits at this level, and for somebody with a role of this person's. */
    atLevel: (step: ReviewStep) =>
      level?.step === step && !wrote && !judged && me?.roles.includes(level.role) === true,
    mayReviewLater: waits && later != null && !wrote && !judged && me?.roles.includes(later.role) === true,
  }
}

function linkTo({ documentId }: DocumentFileView, page: string, label: string, primary = false) {
  return (
    <Link to={`/disclosure/${documentId}/${page}`}>
      <Button type={primary ? 'primary' : 'default'} tabIndex={-1}>
        {label}
      </Button>
    </Link>
  )
}
