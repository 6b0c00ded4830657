package dev.denchi.deploy.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where and when a run was: without it no figure can be compared. */
public final class Machine {

    private Machine() {}

    /** In the order in which a report says it. */
    public static Map<String, String> today() {
        Map<String, String> notes = new LinkedHashMap<>();
        notes.put("date", LocalDate.now(ZoneOffset.UTC).toString());
        notes.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
        notes.put("memory", memory());
        notes.put("JDK", System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
        notes.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        return notes;
    }

    private static String memory() {
        try {
            String kilobytes =
                    Files.readAllLines(Path.of("/proc/meminfo")).get(0).replaceAll("[^0-9]", "");
            return Long.parseLong(kilobytes) / 1024 / 1024 + " GiB";
        } catch (IOException e) {
            return "unknown";
        }
    }
}
