package org.lurewatch.web.view;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.lurewatch.detection.posting.Sha256;

/** Texts as they are looked up and kept in columns. A platform's names may be longer than an index takes. */
final class ViewKeys {
    /** UTF-16 units of a text in a column that has an index. */
    static final int LONGEST = 200;

    private static final int HASH_BYTES = 16;

    private ViewKeys() {}

    /** 32 hex digits that stand for a text, however long it is. */
    static String hash(String text) {
        byte[] digest = Sha256.digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
    }

    /** Stands for a trait of a campaign. */
    static String trait(String kind, String value) {
        return hash(kind + '\0' + value);
    }

    /** A text that any database takes: PostgreSQL refuses NUL. */
    static String column(String text) {
        return text.replace('\0', '\uFFFD');
    }

    /** The same for a column that has an index. */
    static String indexed(String text) {
        String column = column(text);
        if (column.length() <= LONGEST) {
            return column;
        }
        boolean splitsPair = Character.isHighSurrogate(column.charAt(LONGEST - 1));
        return column.substring(0, splitsPair ? LONGEST - 1 : LONGEST);
    }

    /** The same where there may be none. */
    static String indexedOrNull(String text) {
        return text == null ? null : indexed(text);
    }
}
