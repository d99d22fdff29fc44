import type { Hit } from '../finding.ts'

const GRADE = '(?:[绝絕][ \\t]*密|[机機][ \\t]*密|秘[ \\t]*密)'
/** The star settles it, so that the line may end between the two characters. */
const BROKEN = GRADE.replaceAll('[ \\t]*', '\\s*')
/** An asterisk stands for the star where a term follows; behind 商业秘密 it marks a field to fill in. */
const STAR = new RegExp(
  `${BROKEN}\\s*级?\\s*(?:[★☆✩✪✫✬✭✮✯⭐⋆]|\\*(?=[ \\t]*(?:\\d|[一二三五十]{1,2}年|长期)))|(?<!业|家|作|术|营|人)${GRADE}[ \\t]*\\*`,
  'g',
)
const LABEL = new RegExp(`密[ \\t]*级[ \\t]*[:：]?[ \\t]*${GRADE}`, 'g')
/** A line of its own at the head of a page is a mark; inside a sentence 国家秘密、商业秘密 are only words. */
const ALONE = /^[ \t]*[【[(（]?(?:[绝絕]\s*密|[机機]\s*密|秘\s*密)(?:[ \t]*级)?[】\])）]?[ \t]*$/gm
const TERM = new RegExp(
  `^[ \\t]*${GRADE}[ \\t·:：(（]*(?:\\d{1,2}[ \\t]*(?:年|个月)|[一二三五十]{1,3}年|长期)[)）]?[ \\t]*$`,
  'gm',
)
const TRADE =
  /(?:核心|普通)商密[ \t]*[★☆▲]?|商密[★☆▲]|工作秘密[ \t]*[★☆▲]|^[ \t]*[【[(（]?工作秘密[】\])）]?[ \t]*$/gm
/** Marks as they stand at the head of a page; 内部资料性出版物 is a kind of print and no mark. */
const INTERNAL =
  /内[ \t]*部[ \t]*(?:资[ \t]*料(?!性)|文[ \t]*件|刊[ \t]*物(?!管理)|参考|传阅|掌握|明电|电报)|密码电报|注意保存|(?:不得|请勿|严禁|禁止)外[传泄]|仅[供限]内部(?:使用|参考|传阅)?|内部使用(?![面权空的])|(?:阅后|会后)(?:收回|销毁|即毁)|保密期限[:：][ \t]*(?:\d|[一二三五十]|长期)/g
/** Words that are a mark only where they stand by themselves: a sentence may ask somebody to 注意保密. */
const BY_THEMSELVES =
  /^[^\p{Script=Han}\n]{0,6}(?:注意保[密管]|(?:请勿|不得|严禁)(?:扩散|翻印|转载)|仅供(?:领导)?参阅|领导参阅)[^\p{Script=Han}\n]{0,6}$/gmu

/** 密级标志 and 内部资料 marks in folded text. */
export function findSecretMarks(text: string): readonly Hit[] {
  const marks = [STAR, LABEL, ALONE, TERM].flatMap((pattern) => [...text.matchAll(pattern)].map(secret))
  return [
    ...marks,
    ...[...text.matchAll(TRADE)].map((match) =>
      internal(match, '有商业秘密或者工作秘密标志，请确认是否可以公开'),
    ),
    ...[...text.matchAll(INTERNAL), ...text.matchAll(BY_THEMSELVES)].map((match) =>
      internal(match, '有内部资料字样，请确认是否可以公开'),
    ),
  ]
}

function secret(match: RegExpMatchArray): Hit {
  return {
    ...placeOf(match),
    level: 'veto',
    certainty: 'certain',
    message: '有密级标志：涉密内容不得在本系统存储、处理，请立即停止办理并报告保密工作机构',
  }
}

/** On a line of its own it is a mark and is not let pass; in a sentence a person says what it means. */
function internal(match: RegExpMatchArray, message: string): Hit {
  const { input = '', index = 0 } = match
  const start = input.lastIndexOf('\n', index - 1) + 1
  const end = input.indexOf('\n', index)
  const line = input.slice(start, end === -1 ? input.length : end)
  const isMark = line.replace(/[\s，,。.:：；;、*★【】[\]()（）]/g, '').length <= match[0].length + 6
  return { ...placeOf(match), level: isMark ? 'veto' : 'block', certainty: 'likely', message }
}

function placeOf(match: RegExpMatchArray) {
  return { rule: 'PUB-67', at: match.index ?? 0, length: match[0].length, masked: null } as const
}
