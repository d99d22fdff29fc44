import type { ReadValue, ShareValue } from '../../portal/shared-values.ts'
import type { Runtime } from '../../runtime.ts'
import type { Context } from '../../services/context.ts'
import { digestOf, noteRead, type Read, unlogged } from './read-log.ts'
import { askAgain, watchedDatabase } from './watched-database.ts'

export type WatchedRuntime = Readonly<{
  runtime: Runtime
  /** For the portal: values that many pages show, noted field by field. */
  share: ShareValue
  /** The digest of what is read now; a question that cannot be asked again has a new one each time. */
  digestNow(read: Read): Promise<string>
}>

/** A day of the calendar is a fact like others; the moment of day is another one each time. */
const TODAY = 'today'
const NOW = 'now'

/** A runtime whose portal notes what each page reads: rows, the day, and fields of what pages share. */
export function watchedRuntime(runtime: Runtime, publicUrl: string): WatchedRuntime {
  const facts = new Map<string, ReadValue<object | undefined>>()
  const db = watchedDatabase(runtime.pool)
  let moments = 0

  function fact(name: string, key: string, field: string, answer: unknown): void {
    noteRead({ kind: 'fact', name, key, field }, answer)
  }

  function watchedContext(ctx: Context): Context {
    return {
      ...ctx,
      db,
      get today() {
        fact(TODAY, '', '', ctx.today)
        return ctx.today
      },
      get now() {
        fact(NOW, '', '', ctx.now)
        return ctx.now
      },
      get calendar() {
        fact(NOW, '', '', ctx.now)
        return ctx.calendar
      },
      get importedNotices() {
        fact(NOW, '', '', ctx.now)
        return ctx.importedNotices
      },
    }
  }

  function share<T extends object>(name: string, read: ReadValue<T | undefined>): ReadValue<T | undefined> {
    const kept = new Map<string, Promise<T | undefined>>()
    const sharedValue = (key: string) => {
      const known = kept.get(key)
      if (known !== undefined) return known
      const started = unlogged(() => read(key))
      kept.set(key, started)
      return started
    }
    facts.set(name, sharedValue)
    return async (key) => {
      const value = await sharedValue(key)
      if (value === undefined) {
        fact(name, key, '', undefined)
        return undefined
      }
      const watched = Object.keys(value).map((field): [string, PropertyDescriptor] => {
        const held = value[field as keyof T]
        const get = () => {
          fact(name, key, field, held)
          return held
        }
        return [field, { get, enumerable: true }]
      })
      return Object.defineProperties({}, Object.fromEntries(watched)) as T
    }
  }

  async function digestNow(read: Read): Promise<string> {
    if (read.kind === 'query') return digestOf(await askAgain(runtime.pool, read))
    if (read.name === NOW) return `${NOW} ${++moments}`
    if (read.name === TODAY) return digestOf(runtime.contextFor({ kind: 'system', task: 'site' }, '').today)
    const value = await facts.get(read.name)?.(read.key)
    return digestOf(read.field === '' ? value : value?.[read.field as keyof typeof value])
  }

  return {
    runtime: {
      ...runtime,
      db,
      publicUrl,
      contextFor: (actor, scope, at) => watchedContext(runtime.contextFor(actor, scope, at)),
    },
    share,
    digestNow,
  }
}
