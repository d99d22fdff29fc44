import { briefing, disclosure, type PreviewView, requests } from '@mingfu/contract'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call, urlOf } from '../session/call.ts'
import {
  Alert,
  Button,
  Drawer,
  ErrorNote,
  Flex,
  Pagination,
  ScrollBox,
  Spin,
  Typography,
} from '../ui/index.ts'
import '../disclosure/disclosure.css'
import './preview.css'

/** Whose file it is, and its name. */
export type PreviewOf = Readonly<{
  of: 'document' | 'request' | 'briefing'
  ownerId: string
  fileId: string
  name: string
}>

export default function PreviewDrawer({ onClose, ...file }: PreviewOf & Readonly<{ onClose: () => void }>) {
  // A look at a file of a case is logged: it is asked for once, and not again because something else changed.
  const preview = useQuery({
    queryKey: ['preview', file.ownerId, file.fileId],
    queryFn: () => read(file),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  })
  return (
    <Drawer title={file.name} open onClose={onClose} size={960} className="preview-drawer">
      <ErrorNote error={preview.error} />
      {preview.isPending ? (
        <Flex gap="small">
          <Spin />
          <span>正在生成预览……</span>
        </Flex>
      ) : null}
      {preview.data === undefined ? null : <Shown file={file} preview={preview.data} />}
    </Drawer>
  )
}

function Shown({ file, preview }: Readonly<{ file: PreviewOf; preview: PreviewView }>) {
  const { shownAs, pages, notes, fault } = preview
  const [at, setAt] = useState(1)
  if (shownAs === 'picture')
    return <img className="preview-picture" src={addressOf(file, false)} alt={file.name} />
  if (shownAs === 'pdf') {
    return (
      <Flex vertical gap="small" className="preview-pdf">
        <Button href={addressOf(file, true)} target="_blank">
          在新窗口中打开
        </Button>
        <iframe src={addressOf(file, true)} title={file.name} />
      </Flex>
    )
  }
  if (shownAs === 'nothing') return <Alert type="info" showIcon title={`${fault}。`} />
  return (
    <Flex vertical gap="middle">
      <Alert
        type="info"
        title={['预览由系统根据原文件生成，以原文件为准', ...notes].map((note) => `${note}。`).join('')}
      />
      <ScrollBox label="预览">
        <div
          className="official-text preview-page"
          // biome-ignore lint/security/noDangerouslySetInnerHtml: the server answers nothing but cleaned structure
          dangerouslySetInnerHTML={{ __html: pages[at - 1] ?? '' }}
        />
      </ScrollBox>
      {pages.length > 1 ? (
        <Flex wrap gap="small" align="center">
          <Pagination simple current={at} pageSize={1} total={pages.length} onChange={setAt} />
          <Typography.Text type="secondary">预览共{pages.length}页</Typography.Text>
        </Flex>
      ) : null}
    </Flex>
  )
}

function read({ of, ownerId, fileId }: PreviewOf): Promise<PreviewView> {
  switch (of) {
    case 'document':
      return call(disclosure.preview, { params: { documentId: ownerId, fileId } })
    case 'request':
      return call(requests.previewFile, { params: { requestId: ownerId, fileId } })
    case 'briefing':
      return call(briefing.preview, { params: { itemId: ownerId, fileId } })
  }
}

function addressOf({ of, ownerId, fileId }: PreviewOf, opens: boolean): string {
  const query = opens ? ({ inline: 'true' } as const) : {}
  switch (of) {
    case 'document':
      return urlOf(disclosure.file, { params: { documentId: ownerId, fileId }, query })
    case 'request':
      return urlOf(requests.file, { params: { requestId: ownerId, fileId }, query })
    case 'briefing':
      return urlOf(briefing.file, { params: { itemId: ownerId, fileId }, query })
  }
}
