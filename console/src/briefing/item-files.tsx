import { type BriefingFileView, briefing } from '@mingfu/contract'
import { briefingMove } from '@mingfu/law'
import { PreviewButton } from '../preview/preview-button.tsx'
import { ActButton } from '../session/act-button.tsx'
import { urlOf } from '../session/call.ts'
import { useAct } from '../session/use-call.ts'
import { useMay } from '../session/use-session.ts'
import { Button, Card, ErrorNote, Flex, sizeText, Typography, Upload } from '../ui/index.ts'

/** 附件 of an item: for who may read it; added and removed until it is handed in. */
export function ItemFiles({ item }: { item: BriefingFileView }) {
  const may = useMay()
  const { itemId, version, files } = item
  const changing = may('submit-briefing') && briefingMove(item.state, 'write') !== null
  const attach = useAct(briefing.attach, { done: '附件已经上传' })
  if (files.length === 0 && !changing) return null
  return (
    <Card title="附件">
      <Flex vertical gap="small">
        {files.map(({ fileId, name, sizeBytes }) => (
          <Flex key={fileId} wrap gap="small" align="center">
            <a className="excerpt" href={urlOf(briefing.file, { params: { itemId, fileId } })}>
              {name}
            </a>
            <Typography.Text type="secondary">{sizeText(sizeBytes)}</Typography.Text>
            <PreviewButton of="briefing" ownerId={itemId} fileId={fileId} name={name} />
            {changing ? (
              <ActButton
                size="small"
                route={briefing.removeFile}
                input={{ params: { itemId, fileId }, query: { version } }}
                confirm={{ title: `移除附件“${name}”？`, okText: '移除' }}
                danger
                done="附件已经移除"
              >
                移除
              </ActButton>
            ) : null}
          </Flex>
        ))}
        {changing ? (
          <>
            <Upload
              showUploadList={false}
              accept={(briefing.attach.files as readonly string[]).map((kind) => `.${kind}`).join(',')}
              beforeUpload={(chosen) => {
                const uploads = [{ field: 'file', file: chosen }]
                attach.mutate({ params: { itemId }, body: { version }, files: uploads })
                return false
              }}
            >
              <Button loading={attach.isPending}>添加附件</Button>
            </Upload>
            <Typography.Text type="secondary">
              不超过10个，单个不超过20兆字节。附件与这条信息一样不公开；带密级标志的不保存。
            </Typography.Text>
            <ErrorNote error={attach.error} />
          </>
        ) : null}
      </Flex>
    </Card>
  )
}
