/** An exact decimal: `units × 10^-scale`. Money in 万元 is never a binary float. */
export type Decimal = Readonly<{ units: bigint; scale: number }>

export const ZERO: Decimal = { units: 0n, scale: 0 }

/** `parseDecimal('312.5600')` → 3125600 × 10⁻⁴; `undefined` when `text` is no plain decimal. */
export function parseDecimal(text: string): Decimal | undefined {
  if (text === '0') return ZERO
  if (/^\d{1,15}$/.test(text)) return { units: BigInt(text), scale: 0 }
  const match = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text)
  if (match === null) return undefined
  const fraction = match[3] ?? ''
  const units = BigInt(`${match[2]}${fraction}`)
  return { units: match[1] === '-' ? -units : units, scale: fraction.length }
}

export function decimalOf(integer: number): Decimal {
  return { units: BigInt(integer), scale: 0 }
}

export function add(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale)
  return { units: rescaled(a, scale) + rescaled(b, scale), scale }
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  return add(a, { units: -b.units, scale: b.scale })
}

/** `shift(d, 4)`: 万元 → 元. */
export function shift(value: Decimal, places: number): Decimal {
  const scale = value.scale - places
  return scale >= 0 ? { units: value.units, scale } : { units: value.units * 10n ** BigInt(-scale), scale: 0 }
}

/** Negative, zero or positive, as `a` is less than, equal to or greater than `b`; 312.56 equals 312.5600. */
export function compare(a: Decimal, b: Decimal): number {
  const difference = subtract(a, b).units
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

export function isZero(value: Decimal): boolean {
  return value.units === 0n
}

export function isPositive(value: Decimal | undefined): value is Decimal {
  return value !== undefined && value.units > 0n
}

export function sum(values: readonly Decimal[]): Decimal {
  return values.reduce(add, ZERO)
}

/** Without a plus sign and without zeros that say nothing: `312.5600` → `312.56`. */
export function decimalText(value: Decimal): string {
  const sign = value.units < 0n ? '-' : ''
  const digits = String(value.units < 0n ? -value.units : value.units).padStart(value.scale + 1, '0')
  const whole = digits.slice(0, digits.length - value.scale)
  const fraction = digits.slice(digits.length - value.scale).replace(/0+$/, '')
  return fraction === '' ? `${whole === '0' ? '' : sign}${whole}` : `${sign}${whole}.${fraction}`
}

function rescaled(value: Decimal, scale: number): bigint {
  return value.units * 10n ** BigInt(scale - value.scale)
}
