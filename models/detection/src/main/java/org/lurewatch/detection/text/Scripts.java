package org.lurewatch.detection.text;

import com.ibm.icu.lang.UScript;
import java.util.Optional;

/** Names the script of a text. */
public final class Scripts {
    private static final int MOST_LETTERS_READ = 2_000;

    private static final int FIRST_BEYOND_ASCII = 0x80;

    private Scripts() {}

    /** ISO 15924 code of the script that most of a text's first letters belong to; empty where it has no letters. */
    public static Optional<String> mostUsed(String text) {
        int[] letters = new int[UScript.CODE_LIMIT];
        int read = 0;
        int most = 0;
        for (int i = 0; i < text.length() && read < MOST_LETTERS_READ; i += Character.charCount(text.codePointAt(i))) {
            int letter = text.codePointAt(i);
            if (Character.isLetter(letter)) {
                int script = letter < FIRST_BEYOND_ASCII ? UScript.LATIN : UScript.getScript(letter);
                letters[script]++;
                read++;
                most = letters[script] > letters[most] ? script : most;
            }
        }
        return read == 0 ? Optional.empty() : Optional.of(UScript.getShortName(most));
    }
}
