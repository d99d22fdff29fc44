import { KEY_AREAS, type KeyAreaId } from '@mingfu/law'

/** 展示位置: a column, a duty of a catalogue, a topic, or one required content of a key area. */
export const PLACEMENT_KINDS = ['column', 'entry', 'topic', 'key-content'] as const
export type PlacementKind = (typeof PLACEMENT_KINDS)[number]
export type Placement = Readonly<{ kind: PlacementKind; target: string }>

/** `major-projects:招标投标信息`. */
export function keyContent(area: KeyAreaId, content: string): string {
  return `${area}:${content}`
}

/** Whether a key area asks for a content by these words. */
export function isKeyContent(target: string): boolean {
  const at = target.indexOf(':')
  const area = target.slice(0, at)
  if (!Object.hasOwn(KEY_AREAS, area)) return false
  const contents: readonly string[] = KEY_AREAS[area as KeyAreaId].publish
  return contents.includes(target.slice(at + 1))
}
