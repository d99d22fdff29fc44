import type { Hit } from './finding.ts'

const STAR = /(?:绝密|机密|秘密)\s*[★☆✩✪*]/g
const LABEL = /密\s*级\s*[:：]\s*(?:绝密|机密|秘密)/g
/** A line of its own at the head of a page is a mark; inside a sentence 国家秘密、商业秘密 are only words. */
const ALONE = /^[ \t]*(?:绝\s*密|机\s*密|秘\s*密)(?:[ \t]*级)?[ \t]*$/gm
const INTERNAL = /内部资料|内部文件|注意保存|不得外传|内部使用/g

/** 密级标志 and 内部资料 marks in folded text. */
export function findSecretMarks(text: string): readonly Hit[] {
  const marks = [STAR, LABEL, ALONE].flatMap((pattern) => [...text.matchAll(pattern)].map(secret))
  return [...marks, ...[...text.matchAll(INTERNAL)].map(internal)]
}

function secret(match: RegExpMatchArray): Hit {
  return {
    ...placeOf(match),
    certainty: 'certain',
    message: '有密级标志：涉密内容不得在本系统存储、处理，请立即停止办理并报告保密工作机构',
  }
}

function internal(match: RegExpMatchArray): Hit {
  return { ...placeOf(match), certainty: 'likely', message: '有内部资料字样，请确认是否可以公开' }
}

function placeOf(match: RegExpMatchArray) {
  return { rule: 'PUB-67', at: match.index ?? 0, length: match[0].length, masked: null } as const
}
