package org.lurewatch.intake.files;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * How the bytes of a text are read.
 *
 * @param charset the charset
 * @param markBytes how many bytes the byte order mark takes
 * @param guessed whether the bytes only resemble this charset
 */
record TextCharset(Charset charset, int markBytes, boolean guessed) {
    private static final int MAX_DETECTED_BYTES = 1 << 18;

    /** Names of the charsets that contain all that those of the detectors do. */
    private static final Map<String, String> WIDER = Map.ofEntries(
            Map.entry("EUC-KR", "x-windows-949"),
            Map.entry("SHIFT_JIS", "windows-31j"),
            Map.entry("GB2312", "GB18030"),
            Map.entry("GBK", "GB18030"),
            Map.entry("BIG5", "x-windows-950"),
            Map.entry("ISO-8859-1", "windows-1252"),
            Map.entry("US-ASCII", "windows-1252"),
            Map.entry("ISO-8859-7", "windows-1253"),
            Map.entry("ISO-8859-8", "windows-1255"),
            Map.entry("ISO-8859-9", "windows-1254"),
            Map.entry("TIS-620", "x-windows-874"),
            Map.entry("TIS620", "x-windows-874"));

    private static final Map<String, String> SHOWN = Map.of(
            "x-windows-949", "CP949",
            "windows-31j", "Shift_JIS",
            "x-windows-950", "Big5",
            "x-windows-874", "windows-874");

    private static final Pattern DECLARED =
            Pattern.compile("(?:<\\?xml[^>]{0,200}encoding|<meta[^>]{0,200}charset)\\s*=\\s*[\"']?([\\w.:-]{2,40})");

    /** The name as people know it. */
    String shownName() {
        return SHOWN.getOrDefault(charset.name(), charset.name());
    }

    static TextCharset of(FileSample sample) {
        byte[] bytes = sample.bytes();
        Optional<TextCharset> marked = byMark(bytes).or(() -> byZeros(bytes));
        if (marked.isPresent()) {
            return marked.get();
        }
        Decoded utf8 = Decoded.of(bytes, StandardCharsets.UTF_8);
        if (utf8.damaged == 0 || utf8.foreign >= 20 * utf8.damaged) {
            return new TextCharset(StandardCharsets.UTF_8, 0, false);
        }
        return byDetection(bytes, declared(sample.ascii(4096)));
    }

    private static Optional<TextCharset> byMark(byte[] b) {
        if (starts(b, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(new TextCharset(StandardCharsets.UTF_8, 3, false));
        }
        if (starts(b, 0xFF, 0xFE, 0, 0)) {
            return Optional.of(new TextCharset(Charset.forName("UTF-32LE"), 4, false));
        }
        if (starts(b, 0, 0, 0xFE, 0xFF)) {
            return Optional.of(new TextCharset(Charset.forName("UTF-32BE"), 4, false));
        }
        if (starts(b, 0xFF, 0xFE)) {
            return Optional.of(new TextCharset(StandardCharsets.UTF_16LE, 2, false));
        }
        if (starts(b, 0xFE, 0xFF)) {
            return Optional.of(new TextCharset(StandardCharsets.UTF_16BE, 2, false));
        }
        return starts(b, 0x84, 0x31, 0x95, 0x33)
                ? Optional.of(new TextCharset(Charset.forName("GB18030"), 4, false))
                : Optional.empty();
    }

    private static boolean starts(byte[] bytes, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }

    /** Line breaks, blanks and marks of a text in UTF-16 or UTF-32 have zeros, always at the same places. */
    private static Optional<TextCharset> byZeros(byte[] bytes) {
        long[] zeros = new long[4];
        for (int i = 0; i < bytes.length; i++) {
            zeros[i & 3] += bytes[i] == 0 ? 1 : 0;
        }
        long units = bytes.length / 4;
        if (units == 0 || bytes.length % 2 == 1 && bytes.length < FileSample.MAX_BYTES) {
            return Optional.empty();
        }
        if (zeros[3] == units && zeros[2] >= units * 9 / 10 && zeros[0] < units / 100 + 1) {
            return Optional.of(new TextCharset(Charset.forName("UTF-32LE"), 0, false));
        }
        if (zeros[0] == units && zeros[1] >= units * 9 / 10 && zeros[3] < units / 100 + 1) {
            return Optional.of(new TextCharset(Charset.forName("UTF-32BE"), 0, false));
        }
        long even = zeros[0] + zeros[2];
        long odd = zeros[1] + zeros[3];
        if (odd > units / 5 && even <= odd / 50) {
            return Optional.of(new TextCharset(StandardCharsets.UTF_16LE, 0, false));
        }
        if (even > units / 5 && odd <= even / 50) {
            return Optional.of(new TextCharset(StandardCharsets.UTF_16BE, 0, false));
        }
        return Optional.empty();
    }

    private static Optional<Charset> declared(String head) {
        Matcher matcher = DECLARED.matcher(head);
        return matcher.find() ? named(matcher.group(1)) : Optional.empty();
    }

    private static Optional<Charset> named(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        try {
            return Optional.of(Charset.forName(WIDER.getOrDefault(upper, name)));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private static TextCharset byDetection(byte[] bytes, Optional<Charset> declared) {
        byte[] telling = linesWithForeignBytes(bytes);
        List<Charset> candidates = new ArrayList<>();
        declared.filter(charset -> !charset.equals(StandardCharsets.UTF_8)).ifPresent(candidates::add);
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(telling);
        detector.dataEnd();
        Optional<Charset> mozilla =
                Optional.ofNullable(detector.getDetectedCharset()).flatMap(TextCharset::named);
        // The one knows the scripts well, the other the languages of Europe.
        boolean latin = mozilla.isEmpty() || mozilla.get().name().equals("windows-1252");
        if (!latin) {
            candidates.add(mozilla.get());
        }
        for (CharsetMatch match : new CharsetDetector().setText(telling).detectAll()) {
            if (match.getConfidence() >= 20 && !match.getName().startsWith("UTF")) {
                named(match.getName().replaceAll("_(rtl|ltr)$", "")).ifPresent(candidates::add);
            }
        }
        candidates.add(Charset.forName("windows-1251"));
        Charset best = Charset.forName("windows-1252");
        double least = Double.MAX_VALUE;
        for (Charset candidate : candidates) {
            Decoded decoded = Decoded.of(bytes, candidate);
            if (decoded.isPlausible() && decoded.oddShare() < least - 0.005) {
                least = decoded.oddShare();
                best = candidate;
            }
        }
        return new TextCharset(best, 0, least > 0.1);
    }

    private static byte[] linesWithForeignBytes(byte[] bytes) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        int start = 0;
        boolean foreign = false;
        for (int i = 0; i < bytes.length && lines.size() < MAX_DETECTED_BYTES; i++) {
            foreign |= bytes[i] < 0;
            if (bytes[i] == '\n' || i == bytes.length - 1) {
                if (foreign) {
                    lines.write(bytes, start, Math.min(i + 1 - start, MAX_DETECTED_BYTES));
                }
                start = i + 1;
                foreign = false;
            }
        }
        return lines.toByteArray();
    }

    /** What becomes of bytes in a charset, counted. */
    private static final class Decoded {
        private static final Set<Character.UnicodeScript> MIXED_WITH_OTHERS = Set.of(
                Character.UnicodeScript.HAN,
                Character.UnicodeScript.HIRAGANA,
                Character.UnicodeScript.KATAKANA,
                Character.UnicodeScript.HANGUL,
                Character.UnicodeScript.COMMON,
                Character.UnicodeScript.INHERITED);

        private long foreign;
        private long damaged;
        private long odd;
        private char before;

        static Decoded of(byte[] bytes, Charset charset) {
            Decoded counts = new Decoded();
            CharsetDecoder decoder = charset.newDecoder();
            ByteBuffer in = ByteBuffer.wrap(bytes);
            CharBuffer out = CharBuffer.allocate(1 << 13);
            while (true) {
                // What the sample cuts off at its end is not damaged.
                CoderResult result = decoder.decode(in, out, false);
                counts.count(out.flip());
                out.clear();
                if (result.isError()) {
                    counts.damaged++;
                    in.position(in.position() + result.length());
                } else if (result.isUnderflow()) {
                    return counts;
                }
            }
        }

        private void count(CharBuffer text) {
            while (text.hasRemaining()) {
                char unit = text.get();
                if (unit >= 0x80) {
                    foreign++;
                    odd += isOdd(unit) ? 1 : 0;
                }
                // Within words, no small letter is followed by a capital, nor a letter by one of another script.
                if (unit >= 0x80 || before >= 0x80) {
                    odd += isOddBehind(before, unit) ? 1 : 0;
                }
                before = unit;
            }
        }

        private static boolean isOdd(char unit) {
            int type = Character.getType(unit);
            return unit < 0xA0
                    || type == Character.PRIVATE_USE
                    || type == Character.UNASSIGNED
                    || (type == Character.OTHER_SYMBOL && unit >= 0x2500 && unit < 0x2600)
                    || unit == '\u00A4'
                    || unit == '\u0192';
        }

        private static boolean isOddBehind(char before, char unit) {
            if (!Character.isLetter(before) || !Character.isLetter(unit)) {
                return before == '\u2014' && Character.isLetter(unit);
            }
            Character.UnicodeScript one = Character.UnicodeScript.of(before);
            Character.UnicodeScript other = Character.UnicodeScript.of(unit);
            boolean mixed =
                    one != other && MIXED_WITH_OTHERS.stream().noneMatch(script -> script == one || script == other);
            return mixed || (Character.isLowerCase(before) && Character.isUpperCase(unit));
        }

        double oddShare() {
            return (damaged + odd) / (double) Math.max(1, foreign);
        }

        /** Whether nearly all bytes are characters. */
        boolean isPlausible() {
            return foreign > 0 && damaged * 100 <= foreign;
        }
    }
}
