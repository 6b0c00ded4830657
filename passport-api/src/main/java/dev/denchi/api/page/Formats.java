package dev.denchi.api.page;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Numbers, dates and names as a reader of one language writes them; a number keeps every digit that was signed. */
final class Formats {
    private static final Pattern DURATION_PART = Pattern.compile("([0-9]+)([YMWD])");
    private static final char MINUS = '\u2212';
    private static final String BETWEEN_THOUSANDS = "\u202f";
    private static final int DIGITS_WITHOUT_GROUPS = 4;

    private final Words words;
    private final Locale locale;
    private final String decimalPoint;

    Formats(Words words) {
        this.words = words;
        this.locale = words.locale();
        this.decimalPoint =
                String.valueOf(DecimalFormatSymbols.getInstance(locale).getDecimalSeparator());
    }

    String number(BigDecimal number) {
        String[] parts = number.abs().toPlainString().split("\\.");
        String whole = parts[0].length() <= DIGITS_WITHOUT_GROUPS
                ? parts[0]
                : parts[0].replaceAll("(?<=[0-9])(?=(?:[0-9]{3})+$)", BETWEEN_THOUSANDS);
        return (number.signum() < 0 ? String.valueOf(MINUS) : "")
                + whole
                + (parts.length == 1 ? "" : decimalPoint + parts[1]);
    }

    /** A date, or a year and month. */
    String date(String iso) {
        return iso.length() > "2026-11".length()
                ? LocalDate.parse(iso).format(longDate())
                : YearMonth.parse(iso)
                        .format(DateTimeFormatter.ofPattern(words.of("format.month"))
                                .withLocale(locale));
    }

    String time(String rfc3339) {
        OffsetDateTime utc = OffsetDateTime.parse(rfc3339).withOffsetSameInstant(ZoneOffset.UTC);
        return words.of("format.time", utc.format(longDate()), utc.format(DateTimeFormatter.ofPattern("HH:mm")));
    }

    String duration(String iso) {
        return DURATION_PART
                .matcher(iso)
                .results()
                .map(part -> words.of("duration." + part.group(2), Integer.parseInt(part.group(1))))
                .collect(Collectors.joining(" "));
    }

    String country(String code) {
        String name = new Locale("", code).getDisplayCountry(locale);
        return name.isEmpty() ? code : name;
    }

    String language(String tag) {
        return Locale.forLanguageTag(tag).getDisplayLanguage(locale);
    }

    /** {@code application/pdf} is a PDF to people. */
    String mediaType(String type) {
        Matcher subtype = Pattern.compile("[^/]*/([^+;]*).*").matcher(type);
        return subtype.matches() ? subtype.group(1).toUpperCase(Locale.ROOT) : type;
    }

    private DateTimeFormatter longDate() {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
    }
}
