package dev.denchi.deploy.bench.chain;

import dev.denchi.deploy.bench.measure.Benchmark;
import dev.denchi.deploy.bench.measure.Options;
import dev.denchi.deploy.bench.measure.Result;
import dev.denchi.deploy.bench.measure.Setting;
import dev.denchi.deploy.bench.stage.Command;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One new value of a leaf after the other, in trees of several sizes and heights. */
public final class Chain implements Benchmark {
    static final Setting CHANGES =
            new Setting("--changes", 400, "of leaves that are timed in each tree; a quarter more warm up");

    @Override
    public String name() {
        return "chain";
    }

    @Override
    public String about() {
        return "a new footprint of a leaf, until every total above it is counted again, in trees of several sizes and heights";
    }

    @Override
    public List<Setting> settings() {
        return List.of(CHANGES);
    }

    @Override
    public Result run(Path repository, Options options) throws Exception {
        Command.require(Map.of("psql", "postgresql-client"));
        return new Result(name(), new ChainRun(repository, options).run());
    }
}
