import type { Command } from 'commander'
import type { CommandContext } from '../command.ts'
import { addBundleApply } from './bundle/apply.ts'
import { addBundleKeygen } from './bundle/keygen.ts'
import { addBundlePack } from './bundle/pack.ts'
import { addBundleVerify } from './bundle/verify.ts'

/** `mingfu bundle`: what leaves the house in one file, and can be checked without it. */
export function addBundle(program: Command, context: CommandContext) {
  const bundle = program
    .command('bundle')
    .description('成包的材料：举证材料的核对，静态站点跨网络隔离的发布包')
  addBundleVerify(bundle, context)
  addBundleKeygen(bundle, context)
  addBundlePack(bundle, context)
  addBundleApply(bundle, context)
}
