package dev.denchi.deploy.bench.stage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * JDK Flight Recorder in a program of the run. It is started before the warm-up: a recording that begins makes the JVM compile
 * much of the program anew.
 */
public record Recording(boolean wanted, long process, Path folder) {

    /** Records nothing unless it is wanted. */
    public static Recording start(boolean wanted, Program program, Path folder)
            throws IOException, InterruptedException {
        Recording recording = new Recording(wanted, program.processId(), folder);
        recording.say("JFR.start", "name=bench", "settings=profile");
        return recording;
    }

    /** Keeps its last seconds as {@code NAME.jfr}. */
    public void keep(String name, int seconds) throws IOException, InterruptedException {
        say("JFR.dump", "name=bench", "maxage=" + seconds + "s", "filename=" + folder.resolve(name + ".jfr"));
    }

    private void say(String... words) throws IOException, InterruptedException {
        if (!wanted) {
            return;
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
        command.add(Long.toString(process));
        command.addAll(List.of(words));
        Command.of(Map.of(), command.toArray(String[]::new)).output();
    }
}
