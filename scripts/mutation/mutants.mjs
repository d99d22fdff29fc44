// Where a source file can be changed so that a good test must notice, found in its syntax tree.
import { parseSync } from '@swc/core'

/** Operators and what each is changed into: the boundary, and the opposite. */
const OPERATORS = {
  '===': ['!=='],
  '!==': ['==='],
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '&&': ['||'],
  '||': ['&&'],
  '??': ['&&'],
}

const METHODS = {
  some: 'every',
  every: 'some',
  find: 'findLast',
  findLast: 'find',
  min: 'max',
  max: 'min',
  startsWith: 'endsWith',
  endsWith: 'startsWith',
}

/** Functions of the house that differ by a turn of the head. */
const FUNCTIONS = { earlier: 'later', later: 'earlier' }

/**
 * The places of `source` that can be changed: byte range, what it is changed into, and as what kind. `member` marks a
 * `.name` that is changed by another name in brackets; `block` a body that is emptied.
 */
export function placesOf(source) {
  const bytes = Buffer.from(source)
  // swc counts on from file to file; an empty statement in front tells where this one begins.
  const tree = parseSync(`;${source}`, { syntax: 'typescript', target: 'es2022' })
  const base = tree.body[0].span.start + 1
  const places = []
  const range = ({ span }) => [span.start - base, span.end - base]
  const text = (node) => bytes.subarray(...range(node)).toString()
  const add = (node, kind, ...changes) => {
    const [start, end] = range(node)
    for (const change of changes) places.push({ start, end, kind, change, shape: 'expression' })
  }

  const visit = {
    BinaryExpression(node) {
      const changes = OPERATORS[node.operator] ?? []
      for (const operator of changes)
        add(node, `${node.operator} → ${operator}`, `(${text(node.left)}) ${operator} (${text(node.right)})`)
    },
    UnaryExpression(node) {
      if (node.operator === '!') add(node, 'without !', text(node.argument))
    },
    ConditionalExpression: (node) => add(node.test, 'condition', 'true', 'false'),
    IfStatement: (node) => add(node.test, 'condition', 'true', 'false'),
    NumericLiteral: (node) => add(node, 'number', String(node.value + 1)),
    BooleanLiteral: (node) => add(node, 'boolean', String(!node.value)),
    StringLiteral: (node) => add(node, 'text', node.value === '' ? '"mutant"' : '""'),
    TemplateLiteral: (node) => add(node, 'text', '""'),
    RegExpLiteral: (node) => add(node, 'pattern', '/$^/'),
    ArrayExpression(node) {
      if (node.elements.length > 0) add(node, 'emptied list', '[]')
    },
    CallExpression({ callee }) {
      if (callee.type === 'Identifier' && FUNCTIONS[callee.value] !== undefined)
        add(callee, 'function', FUNCTIONS[callee.value])
      if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return
      const other = METHODS[callee.property.value]
      if (other === undefined) return
      const [start, end] = [range(callee.object)[1], range(callee.property)[1]]
      const was = callee.property.value
      places.push({ start, end, kind: `${was} → ${other}`, change: other, was, shape: 'member' })
    },
    FunctionDeclaration({ body }) {
      if (body === null || body.stmts.length === 0) return
      const [start, end] = range(body)
      places.push({ start, end, kind: 'emptied body', change: '', shape: 'block' })
    },
  }
  walk(tree.body, visit)
  return places.map((place) => ({ ...place, line: lineOf(bytes, place.start) }))
}

/** Types, module names and keys are no behaviour. */
const SILENT = new Set(['ImportDeclaration', 'ExportAllDeclaration', 'ExportNamedDeclaration'])

function walk(node, visit) {
  if (Array.isArray(node)) {
    for (const each of node) walk(each, visit)
    return
  }
  if (node === null || typeof node !== 'object' || SILENT.has(node.type)) return
  if (node.type?.startsWith('Ts') && !HOLDS_EXPRESSION.has(node.type)) return
  visit[node.type]?.(node)
  for (const [key, child] of Object.entries(node)) {
    if (key === 'span' || key === 'typeAnnotation' || (key === 'key' && child?.type === 'StringLiteral'))
      continue
    if (node.type === 'KeyValueProperty' && key === 'key' && child?.type !== 'Computed') continue
    if (node.type === 'TaggedTemplateExpression' && key === 'template') continue
    walk(child, visit)
  }
}

const HOLDS_EXPRESSION = new Set([
  'TsAsExpression',
  'TsConstAssertion',
  'TsSatisfiesExpression',
  'TsNonNullExpression',
])

function lineOf(bytes, offset) {
  let line = 1
  for (let at = 0; at < offset; at++) if (bytes[at] === 10) line += 1
  return line
}
