import { type Citation, cite } from '../citation.ts'
import { grant, type Ruling, refuse } from '../ruling.ts'

/** 规章制定机关 by the law on legislation: who may make 规章, and on what. Nobody else may. */
export const RULE_MAKERS = {
  ministry: {
    label: '国务院部门',
    who: '国务院各部、委员会、中国人民银行、审计署和具有行政管理职能的直属机构以及法律规定的机构',
    scope: '在本部门的权限范围内',
    basis: cite('legislation-law', 91),
  },
  province: {
    label: '省级人民政府',
    who: '省、自治区、直辖市的人民政府',
    scope: '执行法律、行政法规、地方性法规需要制定的事项，以及本行政区域的具体行政管理事项',
    basis: cite('legislation-law', 93),
  },
  city: {
    label: '设区的市、自治州人民政府',
    who: '设区的市、自治州的人民政府，以及比照适用的不设区的地级市的人民政府',
    scope: '限于城乡建设与管理、生态文明建设、历史文化保护、基层治理等方面的事项',
    basis: cite('legislation-law', 93, 3),
  },
} as const satisfies Record<string, { label: string; who: string; scope: string; basis: Citation }>

export type RuleMaker = keyof typeof RULE_MAKERS

type Organ = Readonly<{
  orgType: 'department' | 'government' | 'township' | 'functional_zone'
  name: string
  /** 行政区划代码, six digits or more; null where none is on record. */
  regionCode: string | null
  /** 政府网站标识码: that of an organ of the State Council begins with bm. */
  siteIdCode: string | null
}>

/**
 * 规章制定权 of an organ by its kind and rank. A government's rank is read off its region code: `XX0000` is a province,
 * `XXYY00` a city or prefecture; the offices of a prefecture (行政公署) are no people's government.
 */
export function ruleMakerOf({ orgType, name, regionCode, siteIdCode }: Organ): Ruling<RuleMaker> {
  if (orgType === 'department')
    return /^bm/i.test(siteIdCode ?? '') || /^[10]0{5}/.test(regionCode ?? '')
      ? grant('ministry')
      : no('地方政府部门无权制定规章；国务院部门请填写bm开头的网站标识码', RULE_MAKERS.ministry.basis)
  if (orgType !== 'government') return no('乡镇、街道和功能区管理机构无权制定规章', RULE_MAKERS.city.basis)
  const code = /^\d{6}/.exec(regionCode ?? '')?.[0]
  if (code === undefined) return no('请先填写行政区划代码，据此核对有无规章制定权', RULE_MAKERS.city.basis)
  if (/行政公署|行署$|地区|盟/.test(name) && !name.includes('人民政府'))
    return no('行政公署是派出机关，无权制定规章', RULE_MAKERS.city.basis)
  if (code.endsWith('0000')) return grant('province')
  // Districts and counties of a municipality have codes of their own below 01 and 02.
  if (code.endsWith('00') && !MUNICIPALITIES.has(code.slice(0, 2))) return grant('city')
  return no('县级人民政府无权制定规章，请制定行政规范性文件', RULE_MAKERS.city.basis)
}

/** 直辖市: what stands below them is a district or a county. */
const MUNICIPALITIES: ReadonlySet<string> = new Set(['11', '12', '31', '50'])

function no(reason: string, basis: Citation): Ruling<never> {
  return refuse('no-rule-making-power', reason, basis)
}
