import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()
const state = { lost: false }

/** The server no longer knows our session: too long without a call, or ended from elsewhere. */
export function setSessionLost(lost: boolean): void {
  state.lost = lost
  for (const listener of listeners) listener()
}

export function useSessionLost(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => state.lost,
  )
}
