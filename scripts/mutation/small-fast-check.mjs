// fast-check with fewer runs: a mutant that a hundred histories do not find is looked at by a person.
import fc from 'fast-check'

const RUNS = 100

export default {
  ...fc,
  assert: (property, options = {}) =>
    fc.assert(property, { ...options, numRuns: Math.min(RUNS, options.numRuns ?? RUNS), endOnFailure: true }),
}
