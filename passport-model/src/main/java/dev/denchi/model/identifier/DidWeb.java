package dev.denchi.model.identifier;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A DID of the method {@code web}: a host by its name, and perhaps a port and a path. Addresses in numbers are none, as the method
 * says; a path has no segment that leads elsewhere.
 */
public record DidWeb(String value) {
    private static final int LONGEST = 512;
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern FORM = Pattern.compile("did:web:((?:" + LABEL + "\\.)*" + LABEL
            + ")(?:%3A([1-9][0-9]{0,4}))?((?::[A-Za-z0-9_-][A-Za-z0-9._-]*)*)");
    private static final Pattern NUMBERS = Pattern.compile("[0-9.]+|0[xX].*");
    private static final int HIGHEST_PORT = 65_535;

    public DidWeb {
        Matcher parts = FORM.matcher(value);
        if (value.length() > LONGEST
                || !parts.matches()
                || NUMBERS.matcher(lastLabel(parts.group(1))).matches()
                || (parts.group(2) != null && Integer.parseInt(parts.group(2)) > HIGHEST_PORT)) {
            throw new IllegalArgumentException(
                    "\"" + value + "\" is no did:web with the name of a host, such as did:web:id.sakura-cells.example");
        }
    }

    /** The DID that a DID URL, such as a {@code kid}, begins with. */
    public static DidWeb ofUrl(String didUrl) {
        int fragment = didUrl.indexOf('#');
        if (fragment < 0) {
            throw new IllegalArgumentException("\"" + didUrl + "\" is no DID URL with a fragment");
        }
        return new DidWeb(didUrl.substring(0, fragment));
    }

    /** Where its document is. */
    public URI document() {
        Matcher parts = FORM.matcher(value);
        if (!parts.matches()) {
            throw new IllegalStateException(value);
        }
        String port = parts.group(2) == null ? "" : ":" + parts.group(2);
        String path = parts.group(3).isEmpty() ? "/.well-known" : parts.group(3).replace(':', '/');
        return URI.create("https://" + parts.group(1) + port + path + "/did.json");
    }

    private static String lastLabel(String host) {
        return host.substring(host.lastIndexOf('.') + 1);
    }

    @Override
    public String toString() {
        return value;
    }
}
