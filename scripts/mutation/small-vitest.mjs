// Stands in for vitest while mutants are tried: the same words, and a file of tests runs in milliseconds. An
// assertion that it does not know throws, so that the tests as they are would not pass.
const tests = []

export const describe = Object.assign((_name, body) => body(), {
  each: (rows) => (_name, body) => {
    for (const row of rows) body(...asArguments(row))
  },
})

export const test = Object.assign((name, body) => void tests.push({ name, body }), {
  each: (rows) => (name, body) => {
    for (const row of rows) tests.push({ name, body: () => body(...asArguments(row)) })
  },
})

export const it = test

/** Runs the tests of the file; the first that fails throws. */
globalThis.__run = () => {
  for (const { name, body } of tests) {
    const answer = body()
    if (answer instanceof Promise)
      throw new Error(`“${name}” is asynchronous, which this runner does not wait for`)
  }
}

export const expect = Object.assign((actual) => matchers(actual, true), {
  arrayContaining: (items) => ({
    holds: (actual) => items.every((item) => actual.some((each) => equal(each, item))),
  }),
  objectContaining: (part) => ({ holds: (actual) => matches(actual, part) }),
  stringContaining: (part) => ({ holds: (actual) => actual.includes(part) }),
  stringMatching: (pattern) => ({ holds: (actual) => new RegExp(pattern).test(actual) }),
})

function matchers(actual, positive) {
  const assert = (holds) => {
    if (holds !== positive) throw new Error('assertion failed')
  }
  const known = {
    toBe: (expected) => assert(Object.is(actual, expected)),
    toEqual: (expected) => assert(equal(actual, expected)),
    toMatchObject: (expected) => assert(matches(actual, expected)),
    toHaveLength: (length) => assert(actual.length === length),
    toContain: (item) => assert(actual.includes(item)),
    toContainEqual: (item) => assert(actual.some((each) => equal(each, item))),
    toBeNull: () => assert(actual === null),
    toBeUndefined: () => assert(actual === undefined),
    toBeGreaterThan: (least) => assert(actual > least),
    toBeGreaterThanOrEqual: (least) => assert(actual >= least),
    toBeLessThan: (most) => assert(actual < most),
    toBeLessThanOrEqual: (most) => assert(actual <= most),
    toMatch: (pattern) =>
      assert(typeof pattern === 'string' ? actual.includes(pattern) : pattern.test(actual)),
    toThrow: (expected) => assert(throws(actual, expected)),
  }
  return new Proxy(known, {
    get(target, name) {
      if (name === 'not') return matchers(actual, !positive)
      if (target[name] === undefined) throw new Error(`the small vitest does not know ${String(name)}`)
      return target[name]
    },
  })
}

function throws(body, expected) {
  try {
    body()
  } catch (error) {
    if (expected === undefined) return true
    if (typeof expected === 'string') return error.message.includes(expected)
    return expected instanceof RegExp ? expected.test(error.message) : error instanceof expected
  }
  return false
}

/** As `toEqual`: a key that is undefined is as good as none. */
function equal(a, b) {
  if (isAsymmetric(b)) return b.holds(a)
  if (Object.is(a, b)) return true
  if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) return false
  if (a instanceof Map || a instanceof Set) return equal([...a], [...b])
  if (Array.isArray(a)) return a.length === b.length && a.every((each, index) => equal(each, b[index]))
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...keys].every((key) => equal(a[key], b[key]))
}

function matches(actual, expected) {
  if (isAsymmetric(expected)) return expected.holds(actual)
  if (!isObject(expected)) return Object.is(actual, expected)
  if (!isObject(actual)) return false
  if (Array.isArray(expected)) {
    return (
      Array.isArray(actual) &&
      actual.length === expected.length &&
      expected.every((each, index) => matches(actual[index], each))
    )
  }
  return Object.entries(expected).every(([key, value]) => matches(actual[key], value))
}

function isAsymmetric(value) {
  return isObject(value) && typeof value.holds === 'function'
}

function isObject(value) {
  return typeof value === 'object' && value !== null
}

function asArguments(row) {
  return Array.isArray(row) ? row : [row]
}
