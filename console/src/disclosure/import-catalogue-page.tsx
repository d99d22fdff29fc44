import { type CataloguePreviewView, type CatalogueVersionView, catalogue } from '@mingfu/contract'
import { CATALOGUES, type LegalItemCode, UPDATE_CLASSES, type UpdateClass } from '@mingfu/law'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { urlOf } from '../session/call.ts'
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
  Typography,
  Upload,
  useFilters,
} from '../ui/index.ts'
import { CATALOGUE_OPTIONS, UPDATE_CLASS_OPTIONS } from './duty-words.ts'
import { LEGAL_ITEM_OPTIONS } from './words.ts'

type Entry = CataloguePreviewView['entries'][number]

const COLUMNS: readonly Column<Entry>[] = [
  { title: '公开事项', cell: ({ path }) => path.join(' › ') },
  { title: '公开内容', cell: ({ contentRequired }) => contentRequired },
  { title: '公开时限', cell: ({ deadlineText }) => deadlineText },
  { title: '公开依据', cell: ({ basis }) => basis.join('；') },
  { title: '公开主体', cell: ({ responsibleUnit }) => responsibleUnit },
  { title: '更新类别', cell: ({ updateClass }) => UPDATE_CLASSES[updateClass].label },
]

/** 导入公开目录: choose, look at what would come of it, take in. The file stays chosen until it is taken in. */
export default function ImportCataloguePage() {
  const [{ catalogue: chosen = 'basic' }, setFilters] = useFilters('catalogue')
  const id = (chosen in CATALOGUES ? chosen : 'basic') as CatalogueVersionView['catalogue']
  const [updateClass, setUpdateClass] = useState<UpdateClass | null>(null)
  const [legalItem, setLegalItem] = useState<LegalItemCode | null>(null)
  const [file, setFile] = useState<File>()
  const navigate = useNavigate()
  const preview = useAct(catalogue.preview)
  const take = useAct(catalogue.import, {
    done: '目录已经导入，等待批准',
    onDone: () => void navigate({ to: '/disclosure/duties', search: { catalogue: id } as never }),
  })
  const inputFor = (of: File) => ({
    params: { catalogue: id },
    body: { ...(updateClass === null ? {} : { updateClass }), ...(legalItem === null ? {} : { legalItem }) },
    files: [{ field: 'file', file: of }],
  })
  const look = (of: File) => {
    setFile(of)
    preview.mutate(inputFor(of))
  }
  return (
    <>
      <PageHead title="导入公开目录" back={<Link to="/disclosure/duties">公开事项</Link>} />
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
          <Form.Item label="表中没有“更新类别”列的，按" extra="印发的标准目录没有这一列，在这里统一选择。">
            <Select
              allowClear
              value={updateClass}
              options={UPDATE_CLASS_OPTIONS as { value: UpdateClass; label: string }[]}
              onChange={(value) => setUpdateClass(value ?? null)}
            />
          </Form.Item>
          <Form.Item label="表中没有“法定事项”列的，按">
            <Select
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              value={legalItem}
              options={LEGAL_ITEM_OPTIONS as never}
              onChange={(value: LegalItemCode | undefined) => setLegalItem(value ?? null)}
            />
          </Form.Item>
          <Flex wrap gap="small">
            <Button href={urlOf(catalogue.template, { params: { catalogue: id } })}>下载模板</Button>
            <Upload
              showUploadList={false}
              accept={(catalogue.preview.files as readonly string[]).map((kind) => `.${kind}`).join(',')}
              beforeUpload={(chosenFile) => {
                look(chosenFile)
                return false
              }}
            >
              <Button type="primary" loading={preview.isPending}>
                选择文件
              </Button>
            </Upload>
            {file === undefined ? null : <Button onClick={() => look(file)}>重新检查“{file.name}”</Button>}
          </Flex>
          <Typography.Paragraph type="secondary">
            可以用下载的模板，也可以直接用印发的Excel、Word目录表；合并的单元格、两行的表头都能识别。
          </Typography.Paragraph>
        </Form>
        <ErrorNote error={preview.error} />
      </Card>
      {preview.data === undefined || file === undefined ? null : (
        <Preview
          preview={preview.data}
          take={() => take.mutate(inputFor(file))}
          taking={take.isPending}
          error={take.error}
        />
      )}
    </>
  )
}

type PreviewProps = Readonly<{
  preview: CataloguePreviewView
  take: () => void
  taking: boolean
  error: unknown
}>

function Preview({ preview, take, taking, error }: PreviewProps) {
  const { entries, faults, warnings, changes } = preview
  return (
    <Flex vertical gap="middle">
      {faults.length === 0 ? (
        <Alert
          type="success"
          showIcon
          title={`${entries.length}项都可以导入：新增${changes.added}项，修改${changes.changed}项，不变${changes.kept}项，删去${changes.removed.length}项。`}
          description={changes.removed.length === 0 ? undefined : `删去：${changes.removed.join('；')}`}
          action={
            <Button type="primary" loading={taking} onClick={take}>
              导入
            </Button>
          }
        />
      ) : (
        <Alert
          type="error"
          showIcon
          title={`有${faults.length}处需要改正，改正后重新选择文件；在此之前什么也不会导入。`}
          description={<Notes notes={faults} />}
        />
      )}
      {warnings.length === 0 ? null : (
        <Alert
          type="warning"
          showIcon
          title="请核对（不影响导入）："
          description={<Notes notes={warnings} />}
        />
      )}
      <ErrorNote error={error} />
      <QueryTable
        query={{ isPending: false, error: null }}
        rows={entries}
        rowKey={({ path, contentRequired }) => `${path.join()}${contentRequired}`}
        columns={COLUMNS}
        atOnce={50}
        empty="没有可以导入的条目。"
      />
    </Flex>
  )
}

function Notes({ notes }: { notes: readonly Readonly<{ where: string; message: string }>[] }) {
  return (
    <ul>
      {notes.map(({ where, message }) => (
        <li key={`${where}${message}`}>
          {where}：{message}
        </li>
      ))}
    </ul>
  )
}
