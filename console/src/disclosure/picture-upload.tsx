import { disclosure } from '@mingfu/contract'
import { useMutation } from '@tanstack/react-query'
import { call } from '../session/call.ts'
import { Button, ErrorNote, Upload } from '../ui/index.ts'
import { pictureAddress } from './picture-address.ts'

/** Uploads a picture for the text and hands over where the text refers to it. */
export function useInsertPictures() {
  const upload = useMutation({
    mutationFn: ({ file }: { file: File; onPicture: (address: string) => void }) =>
      call(disclosure.insertPicture, { body: {}, files: [{ field: 'file', file }] }),
    onSuccess: ({ fileId }, { onPicture }) => onPicture(pictureAddress(fileId)),
  })
  return {
    insert: (file: File, onPicture: (address: string) => void) => upload.mutate({ file, onPicture }),
    isPending: upload.isPending,
    error: upload.error,
  }
}

type Props = Readonly<{
  pictures: ReturnType<typeof useInsertPictures>
  onPicture: (address: string) => void
}>

/** 插入图片: from a file; pasted and dropped ones go the same way. */
export function PictureUpload({ pictures, onPicture }: Props) {
  return (
    <>
      <Upload
        showUploadList={false}
        accept=".png,.jpg,.jpeg"
        beforeUpload={(chosen) => {
          pictures.insert(chosen, onPicture)
          return false
        }}
      >
        <Button size="small" loading={pictures.isPending}>
          插入图片
        </Button>
      </Upload>
      <ErrorNote error={pictures.error} />
    </>
  )
}

/** Pictures that lie on the clipboard or are dropped by themselves; none where there is text with them. */
export function picturesIn(data: DataTransfer | null): readonly File[] {
  if (data === null || data.types.includes('text/html') || data.types.includes('text/rtf')) return []
  return [...data.files].filter(({ type }) => /^image\/(?:png|jpeg)$/.test(type))
}

/** How many pictures of a pasted text lie on the disk of who copied it, where no page can fetch them. */
export function picturesLost(html: string): number {
  const page = new DOMParser().parseFromString(html, 'text/html')
  return [...page.querySelectorAll('img')].filter(
    (image) => !(image.getAttribute('src') ?? '').startsWith('/files/'),
  ).length
}
