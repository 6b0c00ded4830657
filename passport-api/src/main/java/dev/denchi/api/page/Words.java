package dev.denchi.api.page;

import java.text.MessageFormat;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.TreeMap;

/** The words of one language, from {@code words*.properties}. */
final class Words {
    private static final ResourceBundle.Control ONLY_THIS_LANGUAGE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final String OF_THE_PAGE = "page.";

    private final ResourceBundle bundle;
    private final Locale locale;

    Words(Language language) {
        this.locale = language.locale();
        this.bundle = ResourceBundle.getBundle("dev.denchi.api.page.words", locale, ONLY_THIS_LANGUAGE);
    }

    /** @throws MissingResourceException when nobody has translated it */
    String of(String key) {
        return bundle.getString(key);
    }

    String of(String key, Object... values) {
        return new MessageFormat(of(key), locale).format(values);
    }

    /** What an attribute is called, in its place or anywhere; its technical name when nobody has named it yet. */
    String label(String place, String name) {
        for (String key : List.of("label." + place + "." + name, "label." + name)) {
            if (bundle.containsKey(key)) {
                return of(key);
            }
        }
        return name;
    }

    /** A value of a closed list in words; any other as it stands. */
    String value(String attribute, String value) {
        String key = "value." + attribute + "." + value;
        return bundle.containsKey(key) ? of(key) : value;
    }

    /** What is said beside a number. */
    String note(String name, String said) {
        String key = "note." + name;
        return bundle.containsKey(key) ? of(key, said) : label("", name) + " " + said;
    }

    String unit(String ucum) {
        String key = "unit." + ucum;
        return bundle.containsKey(key) ? of(key) : ucum;
    }

    /** The words of the page itself, for the template. */
    Map<String, String> ofThePage() {
        Map<String, String> words = new TreeMap<>();
        for (String key : Collections.list(bundle.getKeys())) {
            if (key.startsWith(OF_THE_PAGE)) {
                words.put(key.substring(OF_THE_PAGE.length()), of(key));
            }
        }
        return words;
    }

    Locale locale() {
        return locale;
    }
}
