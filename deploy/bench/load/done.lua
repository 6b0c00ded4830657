-- One line for the program that started wrk.
function done(summary, latency)
  local errors = summary.errors
  print(string.format("RESULT requests=%d micros=%d p50=%d p99=%d errors=%d bytes=%d", summary.requests, summary.duration,
    latency:percentile(50), latency:percentile(99),
    errors.status + errors.connect + errors.read + errors.write + errors.timeout, summary.bytes))
end
