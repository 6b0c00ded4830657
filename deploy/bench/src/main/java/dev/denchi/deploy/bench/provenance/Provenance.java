package dev.denchi.deploy.bench.provenance;

import dev.denchi.deploy.bench.measure.Benchmark;
import dev.denchi.deploy.bench.measure.Options;
import dev.denchi.deploy.bench.measure.Result;
import dev.denchi.deploy.bench.measure.Setting;
import dev.denchi.deploy.bench.stage.Command;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** How long a full upstream question takes as the store grows, and how many lots and transformations a second are taken. */
public final class Provenance implements Benchmark {
    static final Setting LOTS =
            new Setting("--lots", 1_000_000, "in the largest store; the smaller have a tenth and a hundredth");
    static final Setting UPLOAD = new Setting(
            "--upload", 20_000, "lots in the upload that is timed, a fifth of them made by transformations");

    @Override
    public String name() {
        return "provenance";
    }

    @Override
    public String about() {
        return "questions what lies behind a lot, eight steps deep and four wide, in stores of three sizes; lots and transformations taken in bulk";
    }

    @Override
    public List<Setting> settings() {
        return List.of(Setting.SECONDS, LOTS, UPLOAD);
    }

    @Override
    public Result run(Path repository, Options options) throws Exception {
        Command.require(Map.of("psql", "postgresql-client", "pgbench", "postgresql-contrib"));
        return new Result(name(), new ProvenanceRun(repository, options).run());
    }
}
