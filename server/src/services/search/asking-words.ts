/** What people put around their question; no document is told from another by it. */
export const ASKING: ReadonlySet<string> = new Set(
  '的 了 吗 呢 啊 吧 么 和 与 及 或 在 是 有 我 你 我们 请 请问 想 要 需要 可以 能 能不能 可不可以 怎么 怎样 怎么办 如何 什么 什么样 什么时候 哪 哪些 哪里 哪儿 哪个 谁 多少 多少钱 多久 几 几天 为什么 是否 有没有 关于 一下 办 办理 查 查询 申请 最新 规定 政策 相关 有关 的话 去 到 给 对 由 被 把 从 向 等'.split(
    ' ',
  ),
)
