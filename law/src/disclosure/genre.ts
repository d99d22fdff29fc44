/** 文种: the fifteen of 党政机关公文处理工作条例, then what else a portal publishes. `official`: one of the fifteen. */
// biome-ignore format: a table
export const GENRES = {
  resolution: genre('决议', true), decision: genre('决定', true), order: genre('命令（令）', true, '命令', '令'),
  communique: genre('公报', true), announcement: genre('公告', true), notice: genre('通告', true), opinion: genre('意见', true),
  circular: genre('通知', true), bulletin: genre('通报', true), report: genre('报告', true), submission: genre('请示', true),
  reply: genre('批复', true), proposal: genre('议案', true), letter: genre('函', true),
  minutes: genre('纪要', true, '会议纪要'),
  regulation: genre('规定', false), measures: genre('办法', false), rules: genre('细则', false), system: genre('制度', false),
  plan: genre('规划', false, '计划'), scheme: genre('方案', false), catalogue: genre('清单', false, '目录'),
  budget: genre('预算', false), accounts: genre('决算', false), interpretation: genre('解读', false, '政策解读'), other: genre('其他', false),
} as const

export type GenreCode = keyof typeof GENRES

/** 过程性信息 by their nature: a 请示 or 报告 to a superior may be withheld under 条例 第十六条第二款. */
export const PROCESS_GENRES: readonly GenreCode[] = ['report', 'submission']

/** The genre that a title ends with: 关于加强管理的通知 → `circular`; the longest ending wins. */
export function genreOfTitle(title: string): GenreCode | null {
  const bare = title.trim().replace(/[（(][^（()）]*[）)]$/, '')
  const endings = (Object.keys(GENRES) as GenreCode[])
    .flatMap((code) => [GENRES[code].label, ...GENRES[code].variants].map((ending) => ({ code, ending })))
    .filter(({ ending }) => bare.endsWith(ending))
    .sort((a, b) => b.ending.length - a.ending.length)
  return endings[0]?.code ?? null
}

function genre(label: string, official: boolean, ...variants: string[]) {
  return { label, official, variants } as const
}
