import { LEGAL_ITEMS } from '../legal-item.ts'
import { BASIC_GROUPS } from './basic-groups.ts'
import { BASIC_LINES, type BasicLine } from './basic-lines.ts'
import { STARTER_LIMITS, STARTER_NOTES, type StarterEntry, starterChannels } from './starter-entry.ts'

/** 机关类型: what an organ is, as far as its duties to publish differ. */
export const STARTER_ORGANS = {
  government: {
    label: '县（市、区）人民政府',
    letter: 'g',
    level: 'city-county',
    unit: '政府办公室和有关部门',
  },
  department: { label: '市、县级部门', letter: 'd', level: 'city-county', unit: '本机关承办机构' },
  township: { label: '乡镇人民政府、街道办事处', letter: 't', level: 'town', unit: '本机关承办机构' },
  'province-department': { label: '省级部门', letter: 'p', level: 'province', unit: '本机关承办处室' },
} as const satisfies Record<
  string,
  { label: string; letter: string; level: StarterEntry['level']; unit: string }
>

export type StarterOrgan = keyof typeof STARTER_ORGANS

/** What an organ's kind usually comes to; a zone of development publishes as a county government does. */
export const STARTER_ORGAN_OF = {
  government: 'government',
  functional_zone: 'government',
  township: 'township',
  department: 'department',
} as const satisfies Record<string, StarterOrgan>

/** 主动公开基本目录（起步）: made from 条例 第十九条至第二十二条 for an organ of this kind, to be changed by it. */
export function basicStarter(organ: StarterOrgan): readonly StarterEntry[] {
  const { letter, level, unit } = STARTER_ORGANS[organ]
  return BASIC_LINES.filter(({ organs }) => organs.toLowerCase().includes(letter)).map((line) => ({
    path: [BASIC_GROUPS[line.group].title, line.title],
    contentRequired: line.content,
    deadline: STARTER_LIMITS[line.limit].words,
    basis: line.basis,
    responsibleUnit: organ === 'government' ? (line.unit ?? unit) : unit,
    channels: channelsOf(line, organ),
    audience: '全社会',
    mode: 'proactive',
    level,
    updateClass: line.update,
    period: line.period ?? null,
    legalItems: line.items,
    // A capital letter: owed by organs of this kind whatever they do. The others have it only where they have the matter.
    isMandatory: line.organs.includes(letter.toUpperCase()),
    note: line.isLocal === true ? STARTER_NOTES.local : '',
    column: {
      code: `${line.group}-${line.code}`,
      title: line.title,
      description: line.content,
      columnType: line.columnType ?? BASIC_GROUPS[line.group].columnType,
      legalItem: line.items[0] ?? null,
      kinds: line.kinds,
      parent: {
        code: line.group,
        title: BASIC_GROUPS[line.group].title,
        columnType: BASIC_GROUPS[line.group].columnType,
      },
    },
  }))
}

/** 公示栏 where the people concerned live in the village: 第二十一条 names what they ask for. */
function channelsOf({ items }: BasicLine, organ: StarterOrgan): StarterEntry['channels'] {
  const isOfTown = items.some((code) => LEGAL_ITEMS[code].level === 'town')
  return organ === 'township' && isOfTown ? starterChannels('notice-board') : starterChannels()
}
