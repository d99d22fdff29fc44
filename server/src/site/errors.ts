/** There is no agency yet, so there is no site. */
export class NoSite extends Error {
  override readonly name = 'Invalid'
  constructor() {
    super('还没有设立机关，没有可以发布的页面，请先用 mingfu agency add 设立')
  }
}

/** A page did not come out; the site that is there stays. */
export class SiteFailed extends Error {
  override readonly name = 'Invalid'
  constructor(address: string) {
    super(`页面 ${address} 生成失败，这次没有发布，原来的站点保持不变；请查看运行日志后再试`)
  }
}
