package dev.denchi.model.identifier;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The unique product identifier of one battery as GS1 Digital Link (Article 77(3), EN 18219):
 * {@code https://{host}/01/{GTIN-14}/21/{serial}}, 2 000 characters at most.
 *
 * @param value the link as issued; compared as it stands
 * @param gtin the battery model's trade item number
 * @param serial the battery's serial number, percent-decoded
 */
public record ProductIdentifier(String value, Gtin gtin, SerialNumber serial) {
    private static final Pattern FORM =
            Pattern.compile("https://[A-Za-z0-9.-]+(?::[0-9]+)?/01/([0-9]{14})/21/([^/?#\\s]+)");
    private static final int LONGEST = 2000;

    /** @throws IllegalArgumentException naming what is wrong with the link */
    public static ProductIdentifier parse(String link) {
        Matcher matcher = FORM.matcher(link);
        if (link.length() > LONGEST || !matcher.matches()) {
            throw new IllegalArgumentException(
                    "not a GS1 Digital Link of the form https://{host}/01/{GTIN-14}/21/{serial}");
        }
        String serial = URLDecoder.decode(matcher.group(2).replace("+", "%2B"), StandardCharsets.UTF_8);
        return new ProductIdentifier(link, new Gtin(matcher.group(1)), new SerialNumber(serial));
    }

    @Override
    public String toString() {
        return value;
    }
}
