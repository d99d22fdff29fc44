import type { FastifyInstance } from 'fastify'

const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5]

type Series = { count: number; sum: number; buckets: number[] }

/** Counts every answer by method, route and status, with how long it took; answers the text for Prometheus. */
export function watchRequests(app: FastifyInstance): () => string {
  const series = new Map<string, Series>()
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown'
    const key = `method="${request.method}",route="${route}",status="${reply.statusCode}"`
    const of = series.get(key) ?? { count: 0, sum: 0, buckets: BUCKETS.map(() => 0) }
    const seconds = reply.elapsedTime / 1000
    of.count += 1
    of.sum += seconds
    BUCKETS.forEach((limit, index) => {
      if (seconds <= limit) of.buckets[index] = (of.buckets[index] ?? 0) + 1
    })
    series.set(key, of)
  })
  return () => metricsText(series)
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
