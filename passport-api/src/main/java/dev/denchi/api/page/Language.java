package dev.denchi.api.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A language that the page speaks. */
public enum Language {
    ENGLISH(Locale.UK, "English"),
    GERMAN(Locale.GERMAN, "Deutsch"),
    JAPANESE(Locale.JAPANESE, "日本語");

    private final Locale locale;
    private final String ownName;

    Language(Locale locale, String ownName) {
        this.locale = locale;
        this.ownName = ownName;
    }

    /**
     * The one asked for by name, else the first that the reader accepts, else English.
     *
     * @param asked a tag such as {@code de}
     * @param accepted the reader's languages, the dearest first
     */
    public static Language of(@Nullable String asked, List<Locale> accepted) {
        return Stream.concat(Stream.ofNullable(asked), accepted.stream().map(Locale::getLanguage))
                .map(Language::tagged)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(ENGLISH);
    }

    private static Optional<Language> tagged(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag().equals(tag))
                .findFirst();
    }

    public String tag() {
        return locale.getLanguage();
    }

    public String ownName() {
        return ownName;
    }

    Locale locale() {
        return locale;
    }
}
