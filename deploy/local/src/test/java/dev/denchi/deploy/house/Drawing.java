package dev.denchi.deploy.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One Mermaid drawing of docs/architecture.md: its rooms, and its solid arrows. A dotted arrow is not code and is not read. */
record Drawing(Set<String> rooms, Set<Arrow> arrows) {

    private static final Path PAGE = Module.REPOSITORY.resolve("docs/architecture.md");
    private static final Pattern ROOM = Pattern.compile("^ *([a-z-]+)\\[.*$");
    private static final Pattern ARROWS = Pattern.compile("^ *([a-z-]+) --> ([a-z-]+(?: & [a-z-]+)*) *$");

    /** The first drawing under the heading. */
    static Drawing under(String heading) throws IOException {
        String page = Files.readString(PAGE);
        Matcher section = Pattern.compile(
                        "^#+ " + Pattern.quote(heading) + "\\R.*?^```mermaid\\R(.*?)^```",
                        Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(page);
        if (!section.find()) {
            throw new AssertionError(PAGE + " has no drawing under the heading " + heading);
        }
        return parse(section.group(1));
    }

    private static Drawing parse(String mermaid) {
        Drawing drawing = new Drawing(new TreeSet<>(), new TreeSet<>());
        mermaid.lines().forEach(drawing::read);
        return drawing;
    }

    private void read(String line) {
        Matcher room = ROOM.matcher(line);
        Matcher several = ARROWS.matcher(line);
        if (room.matches()) {
            rooms.add(room.group(1));
        } else if (several.matches()) {
            for (String to : several.group(2).split(" & ")) {
                arrows.add(new Arrow(several.group(1), to));
            }
        } else if (line.contains("-->")) {
            throw new AssertionError("an arrow in " + PAGE + " that cannot be read: " + line);
        }
    }
}
