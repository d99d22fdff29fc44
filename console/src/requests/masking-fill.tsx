import type { RequestView } from '@mingfu/contract'
import { Button, Form } from '../ui/index.ts'

type Props = Readonly<{ file: RequestView; path: readonly (string | number)[] }>

/** Takes what was masked in the released files into the letter of a partial answer; the reasons are the clerk's. */
export function MaskingFill({ file, path }: Props) {
  const form = Form.useFormInstance()
  const released = file.redactions.filter(
    ({ releasedFileId, marks }) => releasedFileId !== null && marks.length > 0,
  )
  if (released.length === 0) return null
  const fill = () => {
    const names = new Map(file.files.map(({ fileId, name }) => [fileId, name]))
    const enclosures = released.map(({ releasedFileId }) => names.get(releasedFileId ?? '') ?? '')
    form.setFieldValue(
      [...path, 'enclosures'],
      enclosures.map((name) => name.replace(/\.pdf$/i, '')).filter((name) => name !== ''),
    )
    form.setFieldValue(
      [...path, 'pages'],
      released.reduce((sum, { pages }) => sum + pages, 0),
    )
    form.setFieldValue([...path, 'withheld'], released.flatMap(partsOf))
  }
  return (
    <Button className="below" onClick={fill}>
      带入遮盖内容对照表
    </Button>
  )
}

/** Boxes over the same kind of thing are one part, with the pages it stands on. */
function partsOf({ marks }: RequestView['redactions'][number]) {
  const kinds = Map.groupBy(marks, ({ ground, part }) => `${ground} ${part}`)
  return [...kinds.values()].flatMap((same) => {
    const [first] = same
    if (first === undefined) return []
    const pages = [...new Set(same.map(({ page }) => page))].sort((a, b) => a - b)
    return {
      part: `第${pages.join('、')}页的${first.part}`,
      ground: first.ground,
      masking: '以黑色块遮盖后重新生成文件',
    }
  })
}
