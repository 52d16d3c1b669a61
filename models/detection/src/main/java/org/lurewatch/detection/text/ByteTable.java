package org.lurewatch.detection.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The bytes that a charset other than UTF-8 reads as a character: one or two, and none for ASCII. */
final class ByteTable {
    /** What bytes of UTF-8 are most often taken for; only names that this JVM knows are used. */
    private static final List<String> OF_ONE_BYTE = List.of(
            "windows-1252",
            "windows-1251",
            "windows-1250",
            "windows-1256",
            "windows-874",
            "windows-1253",
            "windows-1255",
            "KOI8-R",
            "IBM866",
            "IBM850",
            "IBM437",
            "x-MacRoman");

    private static final List<String> OF_TWO_BYTES = List.of("GBK", "windows-31j", "x-windows-949", "Big5");

    private static final int FIRST_HIGH = 0x80;
    private static final int BEHIND_BYTES = 0x100;
    private static final int FIRST_ASIAN = 0x2E80;

    private final char[] bytes = new char[1 << Character.SIZE];
    private final boolean ofTwoBytes;

    private ByteTable(boolean ofTwoBytes) {
        this.ofTwoBytes = ofTwoBytes;
    }

    /** Built when the first text needs them. */
    private static final class Known {
        private static final ByteTable WESTERN = ofOneByte("windows-1252");
        private static final List<ByteTable> ALL = Stream.concat(
                        Stream.concat(
                                Stream.of(WESTERN),
                                OF_ONE_BYTE.stream()
                                        .skip(1)
                                        .filter(Charset::isSupported)
                                        .map(ByteTable::ofOneByte)),
                        OF_TWO_BYTES.stream().filter(Charset::isSupported).map(ByteTable::ofTwoBytes))
                .toList();
    }

    /** Of windows-1252, which comes first among all; ISO 8859-1 is read by it, too. */
    static ByteTable western() {
        return Known.WESTERN;
    }

    static List<ByteTable> all() {
        return Known.ALL;
    }

    private static ByteTable ofOneByte(String charset) {
        ByteTable table = new ByteTable(false);
        CharsetDecoder decoder = decoder(charset);
        for (int b = FIRST_HIGH; b < BEHIND_BYTES; b++) {
            // Bytes that a charset leaves undefined come through as control characters, and so do all of ISO 8859-1.
            if (b < 0xA0) {
                table.bytes[b] = (char) b;
            }
            char high = (char) b;
            decoded(decoder, (byte) b).ifPresent(c -> table.bytes[c] = high);
        }
        return table;
    }

    private static ByteTable ofTwoBytes(String charset) {
        ByteTable table = new ByteTable(true);
        CharsetDecoder decoder = decoder(charset);
        for (int lead = FIRST_HIGH; lead < BEHIND_BYTES; lead++) {
            char single = (char) lead;
            decoded(decoder, (byte) lead).ifPresent(c -> table.bytes[c] = single);
            for (int trail = 0x40; trail < BEHIND_BYTES; trail++) {
                char both = (char) (lead << Byte.SIZE | trail);
                decoded(decoder, (byte) lead, (byte) trail).ifPresent(c -> table.bytes[c] = both);
            }
        }
        // These charsets also have Cyrillic and Greek letters, which nobody gets to see by mistake.
        Arrays.fill(table.bytes, 0, FIRST_ASIAN, (char) 0);
        return table;
    }

    private static CharsetDecoder decoder(String charset) {
        return Charset.forName(charset)
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** The one character beyond ASCII that these bytes are, if they are one. */
    private static Optional<Character> decoded(CharsetDecoder decoder, byte... bytes) {
        CharBuffer out = CharBuffer.allocate(2);
        decoder.reset();
        boolean read = !decoder.decode(ByteBuffer.wrap(bytes), out, true).isError()
                && !decoder.flush(out).isError();
        return read && out.position() == 1 && out.get(0) >= FIRST_HIGH ? Optional.of(out.get(0)) : Optional.empty();
    }

    /** The byte, or the two bytes, one in each half; 0 where the charset does not have the character. */
    char of(char c) {
        return bytes[c];
    }

    boolean isOfTwoBytes() {
        return ofTwoBytes;
    }
}
