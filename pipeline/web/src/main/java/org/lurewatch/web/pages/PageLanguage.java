package org.lurewatch.web.pages;

import com.ibm.icu.util.ULocale;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import java.util.stream.Stream;

/** The languages of the pages. */
public enum PageLanguage {
    ENGLISH("en", "English"),
    TRADITIONAL_CHINESE("zh-Hant", "繁體中文"),
    SIMPLIFIED_CHINESE("zh-Hans", "简体中文"),
    THAI("th", "ไทย"),
    VIETNAMESE("vi", "Tiếng Việt"),
    INDONESIAN("id", "Bahasa Indonesia"),
    SPANISH("es", "Español"),
    ARABIC("ar", "العربية");

    /** Name of the query parameter and of the cookie that hold a choice. */
    static final String CHOICE = "lang";

    private static final int LONGEST_HEADER = 500;

    private final String tag;
    private final String ownName;

    PageLanguage(String tag, String ownName) {
        this.tag = tag;
        this.ownName = ownName;
    }

    /** Its BCP 47 tag. */
    public String tag() {
        return tag;
    }

    /** What its readers call it. */
    public String ownName() {
        return ownName;
    }

    /** By which numbers, dates and plural forms are made. */
    public ULocale locale() {
        return ULocale.forLanguageTag(tag);
    }

    /** {@code rtl} or {@code ltr}. */
    public String direction() {
        return locale().isRightToLeft() ? "rtl" : "ltr";
    }

    /** The one that a person chose, else one that the browser asks for, else English. */
    static PageLanguage of(Context request) {
        return Stream.of(request.queryParam(CHOICE), request.cookie(CHOICE))
                .flatMap(choice -> ofTag(choice).stream())
                .findFirst()
                .orElseGet(() -> accepted(request.header("Accept-Language")));
    }

    static Optional<PageLanguage> ofTag(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag.equalsIgnoreCase(tag))
                .findFirst();
    }

    /** The best of a header {@code Accept-Language}; English where it asks for none of these, or makes no sense. */
    static PageLanguage accepted(String header) {
        if (header == null || header.length() > LONGEST_HEADER) {
            return ENGLISH;
        }
        List<LanguageRange> ranges;
        try {
            ranges = LanguageRange.parse(header);
        } catch (IllegalArgumentException e) {
            return ENGLISH;
        }
        return ranges.stream()
                .filter(range -> range.getWeight() > 0)
                .flatMap(range -> ofRange(range.getRange()).stream())
                .findFirst()
                .orElse(ENGLISH);
    }

    /** Chinese is read in one of two scripts, which a region tells where the tag does not. */
    private static Optional<PageLanguage> ofRange(String range) {
        ULocale asked = ULocale.addLikelySubtags(ULocale.forLocale(Locale.forLanguageTag(range)));
        return Arrays.stream(values())
                .filter(language -> {
                    ULocale own = ULocale.addLikelySubtags(language.locale());
                    return own.getLanguage().equals(asked.getLanguage())
                            && (!own.getLanguage().equals("zh")
                                    || own.getScript().equals(asked.getScript()));
                })
                .findFirst();
    }
}
