/** 快、新、准、深、精: what each asks, and by which fact it can be seen. The words are the office's; the facts are counted. */
export const BRIEFING_QUALITIES = {
  quick: { word: '快', asks: '事情发生后及时报送', fact: '从事情发生到报送的小时数' },
  fresh: { word: '新', asks: '没有报过，不炒冷饭', fact: '与以往报送信息的最高文字相似度' },
  accurate: { word: '准', asks: '事实、数字、名称准确', fact: '退回次数和编辑时改正的事实差错' },
  deep: { word: '深', asks: '有原因、有分析、有建议', fact: '信息种类，文中是否写到问题、原因、建议' },
  concise: { word: '精', asks: '一事一报，文字精炼', fact: '字数，以及编辑改动的比例' },
} as const satisfies Record<string, { word: string; asks: string; fact: string }>

export type BriefingQuality = keyof typeof BRIEFING_QUALITIES

/** From so much likeness on an item is shown with what it is like. */
export const LIKENESS_TO_SHOW = 0.6

export type DepthMarks = Readonly<{ problem: boolean; cause: boolean; advice: boolean }>

/** 深: whether the text speaks of a problem, of causes and of advice; words, not a judgement. */
export function depthMarks(text: string): DepthMarks {
  return {
    problem: /问题|困难|不足|短板|堵点|难点|隐患/.test(text),
    cause: /原因|成因|由于|因为|源于|主要是/.test(text),
    advice: /建议|对策|下一步|应当|措施/.test(text),
  }
}

/** 精: characters without white space. */
export function briefLength(text: string): number {
  return [...text.replace(/\s/g, '')].length
}
