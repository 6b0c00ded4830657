package dev.denchi.model.lineage;

import java.util.Locale;

/** Writes SVG: numbers with one decimal, texts with nothing in them that could be markup. */
final class Svg {
    private static final String INK = "#1d2733";

    private final StringBuilder svg = new StringBuilder();

    /** What is markup already. */
    Svg add(String markup) {
        svg.append(markup);
        return this;
    }

    Svg escape(String text) {
        svg.append(escaped(text));
        return this;
    }

    void text(double x, double y, String text, String attributes) {
        svg.append("<text x=\"%s\" y=\"%s\" fill=\"%s\" %s>%s</text>"
                .formatted(number(x), number(y), INK, attributes, escaped(text)));
    }

    /** @param form markup with a place for each number */
    void tag(String form, double... numbers) {
        Object[] texts = new Object[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            texts[i] = number(numbers[i]);
        }
        svg.append(form.formatted(texts));
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(isOfXml(point) ? point : ' ');
            }
        });
        return escaped.toString();
    }

    private static boolean isOfXml(int point) {
        return !Character.isISOControl(point)
                && Character.getType(point) != Character.SURROGATE
                && (point & 0xfffe) != 0xfffe;
    }

    @Override
    public String toString() {
        return svg.toString();
    }
}
