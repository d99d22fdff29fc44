import { lazy, Suspense, useState } from 'react'
import { Button, Spin } from '../ui/index.ts'
import type { PreviewOf } from './preview-drawer.tsx'

const PreviewDrawer = lazy(() => import('./preview-drawer.tsx'))

/** 预览: a file as it may be read on the page, before anybody downloads it. */
export function PreviewButton(of: PreviewOf) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size="small" aria-label={`预览${of.name}`} onClick={() => setOpen(true)}>
        预览
      </Button>
      {open ? (
        <Suspense fallback={<Spin />}>
          <PreviewDrawer {...of} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
