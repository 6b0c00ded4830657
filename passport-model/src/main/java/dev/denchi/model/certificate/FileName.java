package dev.denchi.model.certificate;

import dev.denchi.model.file.FileType;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a file is called where it is saved again: a name and nothing else, on every system, and one that shows what it is. Kept in
 * NFC: some systems send composed characters in pieces, and mean the same.
 */
public record FileName(String value) {

    /** Characters; published for {@code fileName}. */
    public static final int LONGEST = 100;

    private static final Pattern OF_PATHS = Pattern.compile("[/\\\\:*?\"<>|]");

    /** Controls, what turns the direction of writing or is not seen, ends of lines, halves of characters, and what means nothing. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}\\p{Co}\\p{Cn}\u115F\u1160\u3164\uFFA0]");

    private static final Pattern RESERVED =
            Pattern.compile("(?i)(con|prn|aux|nul|conin\\$|conout\\$|(com|lpt)[0-9¹²³])");

    /** What a system would run, or a browser interpret, were the extension behind it not shown. */
    private static final Set<String> EXECUTABLE = Set.of("""
            action apk app appx asp aspx bash bat bin cgi chm cmd com command cpl csh deb desktop dll dmg docm
            dotm elf exe gadget hta htm html img inf ins iso jar js jse jsp ksh lnk mht mhtml mjs msc msh msi
            msix msp mst osx pif php pkg pl potm ppam ppsm pptm ps1 psm1 py pyc rb reg rpm run scf scr sct
            service settingcontent-ms sh shs svg swf sys url vb vbe vbs vhd vhdx war wasm workflow ws wsc wsf
            wsh xbap xhtml xlam xlsm xltm xml xsl zsh
            """.split("\\s+"));

    /** @throws IllegalArgumentException with {@link #faultOf} */
    public FileName {
        value = Normalizer.normalize(value, Normalizer.Form.NFC);
        faultOf(value).ifPresent(fault -> {
            throw new IllegalArgumentException("a file name " + fault);
        });
    }

    /** What is wrong with it, first things first; empty when nothing is. */
    public static Optional<String> faultOf(String name) {
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        int length = composed.codePointCount(0, composed.length());
        if (length == 0 || length > LONGEST) {
            return Optional.of("the length must be between 1 and " + LONGEST);
        }
        if (UNSEEN.matcher(composed).find()) {
            return Optional.of("must not have control characters or characters that are not seen");
        }
        if (OF_PATHS.matcher(composed).find()) {
            return Optional.of("must not have any of / \\ : * ? \" < > |");
        }
        if (composed.startsWith(".") || !composed.equals(composed.strip())) {
            return Optional.of("must not begin with a dot, nor begin or end with a space");
        }
        return faultOf(Arrays.asList(composed.split("\\.", -1)));
    }

    /** @param parts what stands between the dots */
    private static Optional<String> faultOf(List<String> parts) {
        if (RESERVED.matcher(parts.get(0).strip()).matches()) {
            return Optional.of("must not be a name that systems keep for devices");
        }
        String extension = parts.get(parts.size() - 1);
        if (parts.size() < 2 || FileType.ofExtension(extension).isEmpty()) {
            return Optional.of("the extension cannot be allowed '" + (parts.size() < 2 ? "" : extension) + "'");
        }
        return parts.subList(1, parts.size() - 1).stream()
                .map(part -> part.strip().toLowerCase(Locale.ROOT))
                .filter(EXECUTABLE::contains)
                .findFirst()
                .map(hidden -> "must not hide the extension '" + hidden + "' behind another");
    }

    public FileType type() {
        return FileType.ofExtension(extension()).orElseThrow();
    }

    public String extension() {
        return value.substring(value.lastIndexOf('.') + 1);
    }

    @Override
    public String toString() {
        return value;
    }
}
