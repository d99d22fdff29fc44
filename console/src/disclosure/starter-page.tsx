import { type CatalogueVersionView, catalogue, type StarterPlanView } from '@mingfu/contract'
import { CATALOGUES, STARTER_ORGANS, type StarterOrgan } from '@mingfu/law'
import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useAct } from '../session/use-call.ts'
import {
  Alert,
  Button,
  Card,
  type Column,
  ErrorNote,
  Flex,
  Form,
  PageHead,
  QueryTable,
  Select,
  Skeleton,
  Switch,
  Tag,
  Typography,
  useFilters,
} from '../ui/index.ts'
import { CATALOGUE_OPTIONS, isToCheck, STARTER_ORGAN_OPTIONS } from './duty-words.ts'
import './disclosure.css'

type Added = StarterPlanView['added'][number]

const COLUMNS: readonly Column<Added>[] = [
  {
    title: '公开事项',
    cell: (entry) => (
      <>
        {entry.path.join(' › ')} {entry.isMandatory ? null : <Tag>可选</Tag>}
        {isToCheck(entry) ? <Tag color="warning">待核对</Tag> : null}
      </>
    ),
  },
  { title: '公开内容', cell: ({ contentRequired }) => contentRequired },
  { title: '公开时限', cell: ({ deadlineText }) => deadlineText },
  { title: '公开依据', cell: ({ basis }) => basis.join('；') },
  { title: '公开主体', cell: ({ responsibleUnit }) => responsibleUnit },
  {
    title: '栏目',
    cell: ({ columnTitle, nodeId }) =>
      columnTitle === null ? (nodeId === null ? '—' : '现有栏目') : `新建“${columnTitle}”`,
  },
]

/** 从起步目录建立: choose what the organ is, look at what would be added to what there is, then take it as a draft. */
export default function StarterPage() {
  const [{ catalogue: chosen = 'basic' }, setFilters] = useFilters('catalogue')
  const id = (chosen in CATALOGUES ? chosen : 'basic') as CatalogueVersionView['catalogue']
  const [organ, setOrgan] = useState<StarterOrgan | null>(null)
  const [withColumns, setWithColumns] = useState(true)
  const navigate = useNavigate()
  const { mutate: look, ...preview } = useAct(catalogue.previewStarter)
  const build = useAct(catalogue.buildFromStarter, {
    done: '已经建立，等待批准',
    onDone: ({ version }) =>
      void navigate({
        to: '/disclosure/duties',
        search: { catalogue: id, version: String(version) } as never,
      }),
  })
  useEffect(() => {
    look({ params: { catalogue: id }, body: { organ, withColumns } })
  }, [look, id, organ, withColumns])
  const plan = preview.data
  return (
    <>
      <PageHead title="从起步目录建立" back={<Link to="/disclosure/duties">公开事项</Link>} />
      <Card className="below">
        <Form layout="vertical">
          <Form.Item label="目录">
            <Select
              value={id}
              showSearch={{ optionFilterProp: 'label' }}
              options={CATALOGUE_OPTIONS}
              onChange={(value) => setFilters({ catalogue: value })}
            />
          </Form.Item>
          <Form.Item label="机关类型">
            <Select
              value={organ ?? plan?.organ ?? null}
              options={STARTER_ORGAN_OPTIONS}
              onChange={(value) => setOrgan(value)}
            />
          </Form.Item>
          {id === 'basic' ? (
            <Form.Item label="同时建立栏目" extra="每个事项一个栏目；没有信息的栏目，门户不显示。">
              <Switch checked={withColumns} onChange={setWithColumns} />
            </Form.Item>
          ) : null}
        </Form>
        <Typography.Paragraph type="secondary">
          {id === 'basic'
            ? '起步目录按《政府信息公开条例》第十九条至第二十二条整理，供修改；本级另有规定的，从其规定。'
            : '据试点标准整理，以主管部门印发的目录为准；标“待核对”的，事项名称没有与印发的目录逐项核对。'}
        </Typography.Paragraph>
      </Card>
      <ErrorNote error={preview.error ?? build.error} />
      {plan === undefined ? (
        <Skeleton active />
      ) : (
        <Plan
          plan={plan}
          building={build.isPending}
          onBuild={() =>
            build.mutate({ params: { catalogue: id }, body: { organ: plan.organ, withColumns } })
          }
        />
      )}
    </>
  )
}

type PlanProps = Readonly<{ plan: StarterPlanView; building: boolean; onBuild: () => void }>

function Plan({ plan: { organ, added, met, columns }, building, onBuild }: PlanProps) {
  const merged = met.length === 0 ? '' : `现有目录已经有的${met.length}项不重复增加。`
  const made = columns.length === 0 ? '' : `新建栏目${columns.length}个。`
  return (
    <Flex vertical gap="middle">
      {added.length === 0 ? (
        <Alert
          type="info"
          showIcon
          title={
            met.length === 0
              ? `这份目录没有${STARTER_ORGANS[organ].label}一级的事项。`
              : '现有目录已经有起步目录的全部事项，没有可以增加的。'
          }
        />
      ) : (
        <Alert
          type="success"
          showIcon
          title={`将增加${added.length}项，作为待批准的新版本；现有的事项不变。`}
          description={`${merged}${made}`}
          action={
            <Button type="primary" loading={building} onClick={onBuild}>
              建立
            </Button>
          }
        />
      )}
      {met.length === 0 ? null : (
        <details>
          <summary>现有目录已经有的{met.length}项</summary>
          <ul>
            {met.map(({ path, by }) => (
              <li key={path.join()}>
                {path.join(' › ')}
                {path.join() === by.join() ? '' : `：现有“${by.join(' › ')}”`}
              </li>
            ))}
          </ul>
        </details>
      )}
      {added.length === 0 ? null : (
        <QueryTable
          query={{ isPending: false, error: null }}
          rows={added}
          rowKey={({ path, contentRequired }) => `${path.join()}${contentRequired}`}
          columns={COLUMNS}
          empty=""
          atOnce={50}
        />
      )}
    </Flex>
  )
}
