import Operations

/// Prometheus' text format, by hand: a dozen lines need no library.
enum MetricsText {
    static func make(pool: PoolCounts) -> String {
        var lines = [
            "# HELP thidua_requests_seconds Time from the request's head to its answer.", "# TYPE thidua_requests_seconds histogram",
        ]
        for (key, sum) in RequestCounts.shared.all {
            let labels = "route=\"\(key.route)\",status=\"\(key.status)\""
            for (bound, count) in zip(RequestCounts.bounds, sum.buckets) {
                lines.append("thidua_requests_seconds_bucket{\(labels),le=\"\(bound)\"} \(count)")
            }
            lines.append("thidua_requests_seconds_bucket{\(labels),le=\"+Inf\"} \(sum.count)")
            lines.append("thidua_requests_seconds_sum{\(labels)} \(Double(sum.nanoseconds) / 1e9)")
            lines.append("thidua_requests_seconds_count{\(labels)} \(sum.count)")
        }
        lines += ["# HELP thidua_connections Connections of requests to the database.", "# TYPE thidua_connections gauge"]
        for (state, count) in [("size", pool.size), ("idle", pool.idle), ("leased", pool.leased), ("waiting", pool.waiting)] {
            lines.append("thidua_connections{state=\"\(state)\"} \(count)")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
