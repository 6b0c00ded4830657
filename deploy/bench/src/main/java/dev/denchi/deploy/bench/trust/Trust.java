package dev.denchi.deploy.bench.trust;

import dev.denchi.deploy.bench.measure.Benchmark;
import dev.denchi.deploy.bench.measure.Options;
import dev.denchi.deploy.bench.measure.Result;
import dev.denchi.deploy.bench.measure.Setting;
import java.nio.file.Path;
import java.util.List;

/** What issuing and verifying take on one core, beside the signature alone. */
public final class Trust implements Benchmark {

    @Override
    public String name() {
        return "trust";
    }

    @Override
    public String about() {
        return "issuing and verifying records on one core, beside the signature alone; starts nothing";
    }

    @Override
    public List<Setting> settings() {
        return List.of(Setting.SECONDS);
    }

    @Override
    public Result run(Path repository, Options options) throws Exception {
        return new Result(
                name(),
                new TrustRun(options.number(Setting.SECONDS))
                        .measured(repository)
                        .text());
    }
}
