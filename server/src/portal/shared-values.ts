/** Reads a value that many pages show, by a key. */
export type ReadValue<T> = (key: string) => Promise<T>

/**
 * How the portal comes to values that many pages show, like the foot of the site. The live one remembers them until
 * something public changes; the static site notes as well which page looked at which of their fields.
 */
export type ShareValue = <T extends object>(
  name: string,
  read: ReadValue<T | undefined>,
) => ReadValue<T | undefined>

/** Kept until the version rises. What was not there is asked for again each time, and so is what failed. */
export function rememberingValues(currentVersion: () => Promise<number>): ShareValue {
  return <T extends object>(_name: string, read: ReadValue<T | undefined>): ReadValue<T | undefined> => {
    let version = -1
    let kept = new Map<string, Promise<T | undefined>>()
    return async (key) => {
      const now = await currentVersion()
      if (now !== version) {
        version = now
        kept = new Map()
      }
      const known = kept.get(key)
      if (known !== undefined) return known
      const started = read(key)
      kept.set(key, started)
      const at = kept
      started.then(
        (value) => value === undefined && at.delete(key),
        () => at.delete(key),
      )
      return started
    }
  }
}
