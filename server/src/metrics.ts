import type { FastifyInstance } from 'fastify'

const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5]

type Series = { count: number; sum: number; buckets: number[] }

export type Metrics = Readonly<{
  /** An answer that came about outside the router. */
  count(method: string, route: string, status: number, seconds: number): void
  /** The text for Prometheus. */
  text(): string
}>

/** Counts every answer by method, route and status, with how long it took. */
export function watchRequests(app: FastifyInstance): Metrics {
  const series = new Map<string, Series>()
  function count(method: string, route: string, status: number, seconds: number): void {
    const key = `method="${method}",route="${route}",status="${status}"`
    let of = series.get(key)
    if (of === undefined) {
      of = { count: 0, sum: 0, buckets: BUCKETS.map(() => 0) }
      series.set(key, of)
    }
    of.count += 1
    of.sum += seconds
    for (let index = BUCKETS.length - 1; index >= 0 && seconds <= (BUCKETS[index] ?? 0); index -= 1) {
      of.buckets[index] = (of.buckets[index] ?? 0) + 1
    }
  }
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown'
    count(request.method, route, reply.statusCode, reply.elapsedTime / 1000)
  })
  return { count, text: () => metricsText(series) }
}

function metricsText(series: ReadonlyMap<string, Series>): string {
  const { rss, heapUsed } = process.memoryUsage()
  const lines = [
    '# TYPE process_resident_memory_bytes gauge',
    `process_resident_memory_bytes ${rss}`,
    '# TYPE nodejs_heap_used_bytes gauge',
    `nodejs_heap_used_bytes ${heapUsed}`,
    '# TYPE http_request_duration_seconds histogram',
  ]
  for (const [labels, { count, sum, buckets }] of series) {
    buckets.forEach((value, index) => {
      lines.push(`http_request_duration_seconds_bucket{${labels},le="${BUCKETS[index]}"} ${value}`)
    })
    lines.push(`http_request_duration_seconds_bucket{${labels},le="+Inf"} ${count}`)
    lines.push(`http_request_duration_seconds_sum{${labels}} ${sum}`)
    lines.push(`http_request_duration_seconds_count{${labels}} ${count}`)
  }
  return `${lines.join('\n')}\n`
}
