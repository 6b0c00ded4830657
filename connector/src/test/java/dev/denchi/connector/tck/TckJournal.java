package dev.denchi.connector.tck;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Writes down what the suite ran and what it left out, and why: its own summary gives numbers only. JUnit finds it as a service. */
public final class TckJournal implements TestExecutionListener {

    private static final String SUITE = "org.eclipse.dataspacetck.dsp";
    private static final Set<String> PASSED = new ConcurrentSkipListSet<>();
    private static final Map<String, String> SKIPPED = new ConcurrentSkipListMap<>();

    static Set<String> passed() {
        return PASSED;
    }

    static Map<String, String> skipped() {
        return SKIPPED;
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        if (isOfTheSuite(test)) {
            SKIPPED.put(test.getDisplayName(), reason);
        }
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (isOfTheSuite(test) && test.isTest() && result.getStatus() == TestExecutionResult.Status.SUCCESSFUL) {
            PASSED.add(test.getDisplayName());
        }
    }

    private static boolean isOfTheSuite(TestIdentifier test) {
        return test.getUniqueId().contains(SUITE);
    }
}
