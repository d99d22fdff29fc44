import { accessSync, constants, readdirSync, statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Finding, fault, ok, warning } from './finding.ts'

const GIGABYTE = 1024 ** 3

/** 数据目录、磁盘空间、密钥文件. */
export function examineHome(home: string): readonly Finding[] {
  return [space(home), keys(join(home, 'keys'))]
}

function space(home: string): Finding {
  try {
    accessSync(home, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch {
    return fault('data-directory', `当前用户不能读写数据目录 ${home}，请检查权限。`)
  }
  const { bavail, bsize, blocks } = statfsSync(home)
  const [free, share] = [(bavail * bsize) / GIGABYTE, bavail / blocks]
  const sentence = `数据目录 ${home} 所在磁盘还有 ${free.toFixed(1)} GB 可用（${Math.round(share * 100)}%）。`
  if (free < 0.5) return fault('disk-space', `${sentence}空间即将用尽，请立即清理或者扩容。`)
  return free < 5 || share < 0.05
    ? warning('disk-space', `${sentence}请及早清理或者扩容。`)
    : ok('disk-space', sentence)
}

function keys(folder: string): Finding {
  const files = keyFiles(folder)
  if (files.length === 0)
    return fault('keys', `密钥目录 ${folder} 中没有密钥文件，加密的申请人信息将不能读取。`)
  const open = files.filter((file) => process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0)
  if (open.length > 0) {
    return fault('keys', '密钥文件可以被其他用户读取，请执行 chmod 600。', open)
  }
  return ok('keys', `密钥文件${files.length}个，只有当前用户可以读取。请确认已经另行备份。`)
}

function keyFiles(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.key'))
      .map((name) => join(folder, name))
  } catch {
    return []
  }
}
