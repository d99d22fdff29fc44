import { catalogue, type DocumentFileView, type PlacementView } from '@mingfu/contract'
import { CATALOGUES } from '@mingfu/law'
import { useState } from 'react'
import { useAct, useCall } from '../session/use-call.ts'
import { useMay } from '../session/use-session.ts'
import { Button, Card, ErrorNote, Flex, Select, Typography } from '../ui/index.ts'
import { useColumnOptions } from './use-columns.ts'

type Kind = PlacementView['kind']

/** 展示位置: where the one text is shown besides its own column. Changing it touches neither text nor approval. */
export function PlacementsCard({ file }: { file: DocumentFileView }) {
  const params = { documentId: file.documentId }
  const placements = useCall(catalogue.placements, { params })
  if (placements.data === undefined) return null
  return <Places key={JSON.stringify(placements.data)} file={file} saved={placements.data} />
}

function Places({ file, saved }: { file: DocumentFileView; saved: readonly PlacementView[] }) {
  const may = useMay()('draft-document')
  const [chosen, setChosen] = useState(saved)
  const place = useAct(catalogue.place, { done: '展示位置已经保存' })
  const of = (kind: Kind) => chosen.filter((each) => each.kind === kind).map(({ target }) => target)
  const set = (kind: Kind) => (targets: string[]) =>
    setChosen([
      ...chosen.filter((each) => each.kind !== kind),
      ...targets.map((target) => ({ kind, target })),
    ])
  const columns = useColumnOptions().filter(({ value }) => value !== file.content.nodeId)
  const entries = useCall(catalogue.entriesInForce)
  const topics = useCall(catalogue.topics)
  const areas = useCall(catalogue.keyAreas)
  const fields = [
    ['column', '其他栏目', columns],
    [
      'entry',
      '目录事项',
      (entries.data ?? []).map(({ entryId, catalogue: id, path }) => ({
        value: entryId,
        label: id === 'basic' ? path.join(' › ') : `${CATALOGUES[id]}：${path.join(' › ')}`,
      })),
    ],
    ['topic', '热点专题', (topics.data ?? []).map(({ code, title }) => ({ value: code, label: title }))],
    [
      'key-content',
      '重点领域的内容',
      (areas.data ?? []).flatMap(({ label, contents }) =>
        contents.map(({ target, content }) => ({ value: target, label: `${label} › ${content}` })),
      ),
    ],
  ] as const
  return (
    <Card title="其他展示位置">
      <Flex vertical gap="small">
        {fields.map(([kind, label, options]) => (
          <div key={kind}>
            <Typography.Text type="secondary">{label}</Typography.Text>
            <Select
              className="full-width"
              mode="multiple"
              aria-label={label}
              disabled={!may}
              value={of(kind)}
              options={[...options]}
              showSearch={{ optionFilterProp: 'label' }}
              onChange={set(kind)}
              placeholder="不另外展示"
            />
          </div>
        ))}
        {may ? (
          <div>
            <Button
              loading={place.isPending}
              disabled={chosen === saved}
              onClick={() =>
                place.mutate({ params: { documentId: file.documentId }, body: { placements: [...chosen] } })
              }
            >
              保存展示位置
            </Button>
          </div>
        ) : null}
        <ErrorNote error={place.error} />
      </Flex>
    </Card>
  )
}
