package org.lurewatch.desk.rejects;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.lurewatch.detection.posting.TerminalText;

/** Bytes of unknown meaning, as text that harms no terminal. */
public final class RejectBytes {
    /** A character takes four bytes at most, so that a cut leaves three of one at most. */
    private static final int MOST_LEFT_OF_A_CHARACTER = 3;

    private RejectBytes() {}

    /** The text that they are in UTF-8, or nothing where they are not text. */
    static Optional<String> text(byte[] bytes) {
        return text(ByteBuffer.wrap(bytes));
    }

    private static Optional<String> text(ByteBuffer bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /**
     * The beginning of the bytes on one line that harms no terminal: as text where they are text, else in hex.
     *
     * @param most how many characters of text, or bytes in hex
     */
    public static String beginning(byte[] bytes, int most) {
        return beginningOfText(bytes)
                .filter(RejectBytes::isForPeople)
                .map(text -> TerminalText.escape(text, most))
                .orElseGet(() -> hex(bytes, most));
    }

    /** Only the beginning of a longer record is kept, so the last character may be cut through. */
    private static Optional<String> beginningOfText(byte[] bytes) {
        for (int cut = 0; cut <= MOST_LEFT_OF_A_CHARACTER && cut <= bytes.length; cut++) {
            Optional<String> text = text(ByteBuffer.wrap(bytes, 0, bytes.length - cut));
            if (text.isPresent()) {
                return text;
            }
        }
        return Optional.empty();
    }

    private static boolean isForPeople(String text) {
        return text.chars().noneMatch(unit -> Character.isISOControl(unit) && !Character.isWhitespace(unit));
    }

    private static String hex(byte[] bytes, int most) {
        HexFormat format = HexFormat.of().withUpperCase();
        return bytes.length <= most
                ? "hex " + format.formatHex(bytes)
                : "hex " + format.formatHex(bytes, 0, most) + "…";
    }
}
