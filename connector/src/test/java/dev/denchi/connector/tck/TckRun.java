package dev.denchi.connector.tck;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.eclipse.dataspacetck.core.system.ConsoleMonitor;
import org.eclipse.dataspacetck.runtime.TckRuntime;

/** One run of the suite, or of a part of it. What passed and what was left out is in the {@link TckJournal}. */
final class TckRun {

    private TckRun() {}

    /** The names of the cases that failed. */
    static Set<String> of(TckSetup setup, Predicate<String> cases) throws IOException {
        var result = TckRuntime.Builder.newInstance()
                .properties(setup.suiteSettings())
                .addPackage("org.eclipse.dataspacetck.dsp.verification")
                .displayNameMatching(cases)
                .monitor(new ConsoleMonitor(false, false))
                .build()
                .execute();
        var failed = new TreeSet<String>();
        result.getFailures().forEach(failure -> {
            failed.add(failure.getTestIdentifier().getDisplayName());
            System.out.printf(
                    "TCK: failed %s: %s%n", failure.getTestIdentifier().getDisplayName(), failure.getException());
        });
        return failed;
    }
}
