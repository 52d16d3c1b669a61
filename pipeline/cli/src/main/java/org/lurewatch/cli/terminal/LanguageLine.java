package org.lurewatch.cli.terminal;

import java.util.Locale;
import org.lurewatch.detection.posting.TerminalText;

/** What a person must know of the language that a suspicious posting is written in. */
public final class LanguageLine {
    private static final int LONGEST_CODE = 20;

    private LanguageLine() {}

    /**
     * Says that false alarms are not known in a language.
     *
     * @param code of the language, or null where the words do not tell
     */
    public static String notMeasured(String code) {
        if (code == null) {
            return "language not clear, so that the share of false alarms is not known";
        }
        String name = Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH);
        return "written in " + TerminalText.escape(name.isEmpty() ? code : name, LONGEST_CODE)
                + ", in which this bundle was never measured";
    }
}
