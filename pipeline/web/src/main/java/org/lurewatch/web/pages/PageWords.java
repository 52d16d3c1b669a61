package org.lurewatch.web.pages;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Collator;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.lurewatch.detection.assess.ScamType;
import org.lurewatch.detection.assess.Verdict;

/** What the pages say in one language. A sentence that it lacks is said in English. */
public final class PageWords {
    private static final String QUESTION = "question.";
    private static final String SUBJECT = "concept.";
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'");
    private static final double SHOWN_WHOLE = 10;

    private static final Map<PageLanguage, Properties> FILES = new EnumMap<>(PageLanguage.class);
    private static final Map<String, String> QUESTIONS = new HashMap<>();
    private static final Map<PageLanguage, PageWords> ALL = new EnumMap<>(PageLanguage.class);

    static {
        for (PageLanguage language : PageLanguage.values()) {
            FILES.put(language, read(language));
        }
        Properties english = FILES.get(PageLanguage.ENGLISH);
        english.stringPropertyNames().stream()
                .filter(key -> key.startsWith(QUESTION))
                .forEach(key -> QUESTIONS.put(english.getProperty(key), key));
        for (PageLanguage language : PageLanguage.values()) {
            ALL.put(language, new PageWords(language));
        }
    }

    private final PageLanguage language;
    private final ULocale locale;
    private final Properties own;

    private PageWords(PageLanguage language) {
        this.language = language;
        this.locale = language.locale();
        this.own = FILES.get(language);
    }

    /** The words of a language. */
    public static PageWords of(PageLanguage language) {
        return ALL.get(language);
    }

    /** What the file of a language holds; nothing where it is not translated yet. */
    static Map<String, String> messages(PageLanguage language) {
        Map<String, String> messages = new HashMap<>();
        Properties file = FILES.get(language);
        file.stringPropertyNames().forEach(key -> messages.put(key, file.getProperty(key)));
        return messages;
    }

    private static Properties read(PageLanguage language) {
        Properties messages = new Properties();
        String name = "messages/messages_" + language.tag().replace('-', '_') + ".properties";
        try (InputStream in = PageWords.class.getResourceAsStream(name)) {
            if (in != null) {
                messages.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the class path can be read", e);
        }
        return messages;
    }

    PageLanguage language() {
        return language;
    }

    /** Whether there is a sentence of this key in any language. */
    static boolean has(String key) {
        return FILES.get(PageLanguage.ENGLISH).getProperty(key) != null;
    }

    /**
     * A sentence.
     *
     * @param arguments a name, its value, the next name and so on
     * @throws IllegalArgumentException where there is no such sentence
     */
    public String say(String key, Object... arguments) {
        String pattern = own.getProperty(key);
        ULocale by = locale;
        if (pattern == null) {
            pattern = FILES.get(PageLanguage.ENGLISH).getProperty(key);
            by = PageLanguage.ENGLISH.locale();
        }
        if (pattern == null) {
            throw new IllegalArgumentException("no message has the key " + key);
        }
        Map<String, Object> named = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            named.put((String) arguments[i], arguments[i + 1]);
        }
        return new MessageFormat(pattern, by).format(named);
    }

    String verdict(Verdict verdict) {
        return say("verdict." + verdict.name());
    }

    /** The name of a kind of scam; a code that is not known stays as it is. */
    public String kind(String code) {
        return ScamType.ofCode(code).map(type -> say("kind." + type.code())).orElse(code);
    }

    /** The same with a capital at its beginning, where the script has any. */
    String sentenceCase(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int rest = text.offsetByCodePoints(0, 1);
        return UCharacter.toUpperCase(locale, text.substring(0, rest)) + text.substring(rest);
    }

    /** What a reason points to; a signal that is not known is told by its code. */
    String signal(String code, boolean forTheEmployer) {
        if (code.startsWith(SUBJECT)) {
            String key = "subject." + code.substring(SUBJECT.length());
            return has(key) ? say("signal.concept", "subject", say(key)) : spelled(code);
        }
        if (code.equals("wording") && forTheEmployer) {
            return say("signal.wording.employer");
        }
        return has("signal." + code) ? say("signal." + code) : spelled(code);
    }

    private static String spelled(String code) {
        return code.replace('_', ' ').replace('.', ' ');
    }

    /** A question that detection asks in English. */
    public String question(String english) {
        return Optional.ofNullable(QUESTIONS.get(english)).map(this::say).orElse(english);
    }

    /** The name of a language by its code; the empty string and codes that are not known stay as they are. */
    public String languageName(String code) {
        String name = ULocale.getDisplayName(code, locale);
        return name.isEmpty() ? code : name;
    }

    /** The order of two words. */
    int compare(String one, String other) {
        return Collator.getInstance(locale).compare(one, other);
    }

    /** The name of a country by its two-letter code. */
    String country(String region) {
        return ULocale.getDisplayCountry("und-" + region, locale);
    }

    /** A number: whole from {@value #SHOWN_WHOLE} on, else with one decimal. */
    public String number(double value) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(Math.abs(value) >= SHOWN_WHOLE ? 0 : 1);
        return format.format(value);
    }

    /** A share, with two significant figures. */
    public String percent(double share) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(share >= 0.1 ? 0 : share >= 0.01 ? 1 : 3);
        return format.format(share);
    }

    /** A sum of money, without cents where it is large. */
    String money(double sum, String currency) {
        if (!Currency.isAvailable(currency, null, null)) {
            return number(sum) + " " + currency;
        }
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(Currency.getInstance(currency));
        if (sum >= SHOWN_WHOLE) {
            format.setMaximumFractionDigits(0);
        }
        return format.format(sum);
    }

    /** A moment, to the minute. */
    public String time(Instant moment) {
        return MINUTE.format(moment.atOffset(ZoneOffset.UTC));
    }
}
