package org.lurewatch.intake.columns;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a value looks like. Every pattern reads a text once, however it is made. */
final class ValueShapes {
    private static final Pattern LINK = Pattern.compile(
            "(?i)(?:https?:)?//\\S+|www\\.\\S+|/[^\\s/]\\S*/\\S*|[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.[a-z]{2,6}/\\S*");
    private static final Pattern MAIL = Pattern.compile("(?:mailto:)?[^\\s@]{1,64}@[^\\s@]{1,255}\\.[^\\s@.]{2,}");
    private static final Pattern PHONE = Pattern.compile("\\+?[\\d(][\\d\\s().\\-/]{5,24}\\d");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,18}(?:\\.0)?");
    private static final Pattern NUMBER = Pattern.compile("[-+]?[\\d.,\\s]*\\d%?");
    private static final Pattern DATE = Pattern.compile(
            "(?i)\\d{4}[-/.年]\\s?\\d{1,2}[-/.月]\\s?\\d{1,2}.{0,24}|\\d{1,2}[-/.]\\s?\\d{1,2}[-/.]\\s?\\d{2,4}.{0,20}"
                    + "|\\d{1,2}[. ]+\\p{L}{3,12}[., ]+(?:de )?\\d{4}.{0,16}|\\p{L}{3,10},? \\d{1,2},? \\d{4}.{0,16}"
                    + "|(?:1[0-9]{9}|1[0-9]{12})(?:\\.0)?|\\d{1,2}:\\d{2}(?::\\d{2})?");
    private static final Pattern RELATIVE_DATE = Pattern.compile(
            "(?iU).{0,14}\\b(?:ago|yesterday|today|gestern|heute|vor \\d+|hace \\d+|il y a|há \\d+|giorni fa|geleden"
                    + "|sedan|siden|назад|вчера|сегодня|önce|yang lalu|trước|przed|temu).{0,14}|.{0,8}(?:天前|小时前|日前|시간 전|일 전|ที่แล้ว|منذ).{0,12}");
    private static final Pattern MONEY = Pattern.compile(
            "(?i).{0,30}(?:[$€£¥₹₽₩₫฿₴₺₦₱₪]|\\b(?:usd|eur|gbp|inr|rs|rp|idr|myr|rm|php|vnd|thb|pln|zł|zl|kč|czk|huf|ft|ron|lei|kr|sek|nok|dkk|chf|rub|руб|грн|uah|try|tl|aed|sar|egp|jpy|krw|cny|rmb|brl|mxn|cop|lpa|k)\\b|万|元|円|만원|원|triệu|บาท).{0,60}");
    private static final Pattern HASH = Pattern.compile(
            "(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{20,}|[0-9a-f]{16,128}|(?=\\S*\\d)[a-z0-9_=-]{18,128}");
    private static final Pattern CODE = Pattern.compile("(?=\\S*\\d)[\\p{L}\\d_:#./-]{2,64}");
    private static final Pattern ENDING_OF_FIRM = Pattern.compile(
            "(?iU).*(?:\\b(?:ltd|limited|inc|llc|llp|plc|corp|corporation|co|company|group|holdings?|gmbh|ag|kg|se|ug|mbh|e\\.?v|s\\.?a|s\\.?l|s\\.?l\\.?u|srl|s\\.?r\\.?l|spa|s\\.?p\\.?a|sas|sarl|ltda|eireli|cv|bv|b\\.v|nv|ab|as|a/s|aps|oy|oyj|kft|zrt|nyrt|bt|s\\.?r\\.?o|a\\.?s|d\\.?o\\.?o|d\\.?d|sp\\.? z o\\.?o|pvt|pte|sdn bhd|bhd|pt|tbk|jsc|cjsc|ооо|оао|зао|пао|ао|тов|ип|фоп|чп|еоод|оод|ад|α\\.?ε|ε\\.?π\\.?ε|a\\.?ş|şti|university|hospital|school|bank|hotel|agency|solutions|services|technologies|consulting|systems)\\b\\.?|公司|集团|集團|株式会社|有限会社|㈱|주식회사|\\(주\\)|㈜|công ty|บริษัท|شركة|شرکت).*");
    private static final Pattern SEGMENTS = Pattern.compile("[,;|•·\\n\\t/]+");

    private static final Set<String> YES_OR_NO = Set.of(
            "true", "false", "yes", "no", "y", "n", "t", "f", "0", "1", "0.0", "1.0", "да", "нет", "si", "sí", "oui",
            "non", "ja", "nein", "sim", "não", "是", "否");
    private static final Set<String> LANGUAGES = languages();
    private static final Set<String> PLACES = places();
    private static final List<String> TITLE_WORDS = titleWords();

    private ValueShapes() {}

    private static Set<String> languages() {
        Set<String> names = new HashSet<>(Arrays.asList(Locale.getISOLanguages()));
        for (String language : Locale.getISOLanguages()) {
            Locale locale = Locale.forLanguageTag(language);
            names.add(locale.getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT));
            names.add(locale.getDisplayLanguage(locale).toLowerCase(Locale.ROOT));
        }
        return names;
    }

    private static Set<String> places() {
        Set<String> names = new HashSet<>(Set.of("remote", "remoto", "usa", "uk", "uae", "worldwide", "online"));
        for (Locale display : Stream.of(
                        "en", "es", "pt", "fr", "de", "it", "nl", "pl", "ru", "uk", "tr", "ar", "zh", "ja", "ko", "vi",
                        "id")
                .map(Locale::forLanguageTag)
                .toList()) {
            for (String country : Locale.getISOCountries()) {
                names.add(new Locale.Builder()
                        .setRegion(country)
                        .build()
                        .getDisplayCountry(display)
                        .toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    private static List<String> titleWords() {
        try (InputStream in = ValueShapes.class.getResourceAsStream("title-words.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Stream.of(line.split(", ")))
                    .map(word -> String.join(" ", HeaderWords.split(word)))
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isLink(String value) {
        return LINK.matcher(value).matches();
    }

    static boolean isMail(String value) {
        return MAIL.matcher(value).matches();
    }

    static boolean isPhone(String value) {
        return PHONE.matcher(value).matches()
                && value.chars().filter(Character::isDigit).count() >= 7;
    }

    static boolean isWholeNumber(String value) {
        return WHOLE_NUMBER.matcher(value).matches();
    }

    static boolean isNumber(String value) {
        return NUMBER.matcher(value).matches();
    }

    static boolean isDate(String value) {
        return value.length() < 60
                && (DATE.matcher(value).matches()
                        || RELATIVE_DATE.matcher(value).matches());
    }

    static boolean isMoney(String value) {
        return value.length() < 100
                && value.chars().anyMatch(Character::isDigit)
                && MONEY.matcher(value).matches();
    }

    static boolean isHash(String value) {
        return HASH.matcher(value).matches();
    }

    /** One word with a digit, as identifiers are. */
    static boolean isCode(String value) {
        return CODE.matcher(value).matches();
    }

    static boolean isYesOrNo(String value) {
        return value.length() < 6 && YES_OR_NO.contains(value.toLowerCase(Locale.ROOT));
    }

    static boolean isLanguage(String value) {
        if (value.length() > 30) {
            return false;
        }
        String lower = value.toLowerCase(Locale.ROOT);
        return LANGUAGES.contains(lower)
                || (lower.length() >= 5 && lower.length() <= 10 && LANGUAGES.contains(lower.split("[-_]", 2)[0]));
    }

    static boolean isFirm(String value) {
        return value.length() < 120 && ENDING_OF_FIRM.matcher(value).matches();
    }

    /** A country, or a place with its region behind a comma. */
    static boolean isPlace(String value) {
        if (value.length() > 80 || value.chars().anyMatch(Character::isDigit)) {
            return false;
        }
        String[] parts = value.toLowerCase(Locale.ROOT).split("\\s*[,/()-]\\s*");
        return Stream.of(parts).anyMatch(PLACES::contains)
                || (parts.length > 1 && parts[parts.length - 1].matches("\\p{L}{2}"));
    }

    static boolean hasTitleWord(String value) {
        if (value.length() > 200) {
            return false;
        }
        String folded = String.join(" ", HeaderWords.split(value));
        return TITLE_WORDS.stream().anyMatch(folded::contains);
    }

    /** How wide a text is, in Latin letters: a character of Chinese, Japanese or Korean says as much as two or three. */
    static int width(String value) {
        int width = 0;
        for (int i = 0; i < value.length(); i++) {
            width += isWide(value.charAt(i)) ? 5 : 2;
        }
        return width / 2;
    }

    private static boolean isWide(char letter) {
        return (letter >= 0x2E80 && letter <= 0x9FFF) || (letter >= 0xAC00 && letter <= 0xD7AF);
    }

    /** How many words stand between commas, bullets and line breaks: few in a list of skills, several in sentences. */
    static double wordsPerSegment(String value) {
        String[] segments = SEGMENTS.split(value.length() > 4_000 ? value.substring(0, 4_000) : value);
        return Arrays.stream(segments)
                .filter(segment -> !segment.isBlank())
                .collect(Collectors.averagingDouble(ValueShapes::words));
    }

    private static double words(String segment) {
        String bare = segment.strip();
        int wide = (int) bare.chars()
                .filter(c -> isWide((char) c) || (c >= 0x0E00 && c <= 0x0EFF) || (c >= 0x1000 && c <= 0x17FF))
                .count();
        return bare.split("\\s+").length + wide / 4.0;
    }
}
