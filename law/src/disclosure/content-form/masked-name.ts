/** 复姓 that a name may begin with. */
const DOUBLE_SURNAMES =
  /^(?:欧阳|司马|上官|诸葛|皇甫|尉迟|公孙|慕容|司徒|令狐|夏侯|东方|轩辕|长孙|宇文|端木|独孤|南宫|西门|东郭)/

/** 隐名: 张三丰 → 张某某, 欧阳明 → 欧阳某. */
export function maskedName(name: string): string {
  const letters = [...name.trim()]
  const kept = letters.length > 2 && DOUBLE_SURNAMES.test(name.trim()) ? 2 : 1
  return `${letters.slice(0, kept).join('')}${'某'.repeat(Math.max(1, letters.length - kept))}`
}

/** Whether a name is one that nobody is recognised by: 张某, 张某某, 李*, 王×明. */
export function isMaskedName(name: string): boolean {
  return /某|[*＊×✕]/.test(name)
}
