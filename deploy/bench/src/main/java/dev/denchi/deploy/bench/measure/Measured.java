package dev.denchi.deploy.bench.measure;

/**
 * One row of the table; times in microseconds, 0 for what does not apply.
 *
 * @param service processor time of the application, for each request
 * @param postgres processor time of PostgreSQL, for each request
 * @param others what other programs took of the machine meanwhile, in percent
 */
public record Measured(
        String what, long rate, long p50, long p99, long errors, long service, long postgres, long others, long bytes) {

    public static Measured of(String what, Tally tally, ProcessorTime used) {
        long requests = Math.max(1, tally.requests());
        return new Measured(
                what,
                1_000_000 * tally.requests() / Math.max(1, tally.micros()),
                tally.p50(),
                tally.p99(),
                tally.errors(),
                used.service() / requests,
                used.postgres() / requests,
                used.othersPercent(tally.micros()),
                tally.bytes() / requests);
    }

    /** What a load generator counted. */
    public record Tally(long requests, long micros, long p50, long p99, long errors, long bytes) {}
}
