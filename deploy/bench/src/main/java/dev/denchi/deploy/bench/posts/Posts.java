package dev.denchi.deploy.bench.posts;

import dev.denchi.deploy.bench.measure.Benchmark;
import dev.denchi.deploy.bench.measure.Options;
import dev.denchi.deploy.bench.measure.Result;
import dev.denchi.deploy.bench.measure.Setting;
import dev.denchi.deploy.bench.stage.Command;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** How fast batteries are posted beside pgbench, and what a public read takes. */
public final class Posts implements Benchmark {

    static final Setting CONNECTIONS = new Setting("--connections", 32, "at once");
    static final Setting WARM_UP =
            new Setting("--warm-up", 120, "seconds at most of posts, and of reads, before they are measured");

    @Override
    public String name() {
        return "posts";
    }

    @Override
    public String about() {
        return "posts and public reads of the service, beside pgbench with the same rows and an endpoint with a constant";
    }

    @Override
    public List<Setting> settings() {
        return List.of(Setting.SECONDS, WARM_UP, CONNECTIONS);
    }

    @Override
    public Result run(Path repository, Options options) throws Exception {
        Command.require(Map.of("wrk", "wrk", "psql", "postgresql-client", "pgbench", "postgresql-contrib"));
        return new Result(name(), new PostsRun(repository, options).run().text());
    }
}
