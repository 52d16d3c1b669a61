package org.lurewatch.trainer.train;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The forms in which the name of a place or a nationality appears in a text: possessive, plural, gender, case, and
 * endings that a language writes without a space. A form that nobody writes does no harm.
 */
final class PlaceForms {
    private static final List<String> KOREAN_ANY = List.of("에서", "에", "의", "도", "인", "행");
    private static final List<String> KOREAN_BEHIND_VOWEL = List.of("로", "는", "가", "를", "와");
    private static final List<String> KOREAN_BEHIND_CONSONANT = List.of("으로", "은", "이", "을", "과");
    private static final char FIRST_HANGUL = '\uac00';
    private static final int ENDINGS_OF_A_SYLLABLE = 28;
    private static final List<String> NEPALI_PARTICLES = List.of("मा", "को", "का", "की", "बाट", "ले", "लाई");
    private static final List<String> AMHARIC_PREFIXES = List.of("በ", "ከ", "ለ", "የ");
    private static final List<String> ARABIC_PREFIXES = List.of("ب", "ل", "و");
    private static final List<String> ARABIC_ENDINGS = List.of("", "ة", "ين", "ون");
    private static final String RUSSIAN_ADJECTIVE = "ский";
    private static final List<String> RUSSIAN_ADJECTIVES =
            List.of("ая", "ое", "ие", "ого", "ой", "ому", "им", "их", "ими", "ую", "ом", "и");
    private static final Map<String, List<String>> RUSSIAN_CASES = Map.of(
            "ия", List.of("ии", "ию", "ией"),
            "а", List.of("ы", "и", "е", "у", "ой"),
            "я", List.of("и", "е", "ю", "ей"),
            "ь", List.of("и", "я", "ю", "ем", "ью", "е"),
            "", List.of("а", "у", "ом", "е"));
    private static final Map<String, List<String>> SPANISH = Map.of(
            "o", List.of("a", "os", "as"),
            "és", List.of("esa", "eses", "esas"),
            "án", List.of("ana", "anes", "anas"),
            "ol", List.of("ola", "oles", "olas"));
    private static final Map<String, List<String>> PORTUGUESE = Map.of(
            "o", List.of("a", "os", "as"),
            "ês", List.of("esa", "eses", "esas"),
            "ol", List.of("ola", "óis", "olas"),
            "ão", List.of("ã", "ães", "ãs"),
            "eu", List.of("eia", "eus", "eias"));

    private PlaceForms() {}

    /** The name of a place in its forms, itself among them. */
    static SortedSet<String> ofPlace(String language, String name) {
        SortedSet<String> forms = new TreeSet<>();
        forms.add(name);
        switch (language) {
            case "en" -> forms.add(name + "'s");
            case "ru" -> addRussianCases(name, forms);
            case "ar" -> addArabic(name, forms);
            case "am" -> AMHARIC_PREFIXES.forEach(prefix -> forms.add(prefix + name));
            case "bn" -> addBengali(name, forms);
            case "ne" -> NEPALI_PARTICLES.forEach(particle -> forms.add(name + particle));
            case "ko" -> addKorean(name, forms);
            default -> {}
        }
        return forms;
    }

    /** The word for a nationality in its forms, itself among them. */
    static SortedSet<String> ofNationality(String language, String word) {
        SortedSet<String> forms = new TreeSet<>(ofPlace(language, word));
        switch (language) {
            case "en" -> addEnglish(word, forms);
            case "es" -> addInflected(word, SPANISH, List.of("s", "es"), forms);
            case "pt" -> addInflected(word, PORTUGUESE, List.of("s"), forms);
            case "fr" -> addFrench(word, forms);
            case "ru" -> addRussianAdjective(word, forms);
            case "ar" -> addArabicNationality(word, forms);
            default -> {}
        }
        return forms;
    }

    private static void addEnglish(String word, SortedSet<String> forms) {
        boolean hasNoPlural = word.matches(".*(ese|s|sh|ch|z|x|men)");
        if (!hasNoPlural) {
            forms.add(word + "s");
        }
    }

    private static void addInflected(
            String word, Map<String, List<String>> endings, List<String> otherwise, SortedSet<String> forms) {
        String ending = longestEnding(word, endings);
        String stem = word.substring(0, word.length() - ending.length());
        endings.getOrDefault(ending, otherwise).forEach(other -> forms.add(stem + other));
    }

    private static String longestEnding(String word, Map<String, List<String>> endings) {
        return endings.keySet().stream()
                .filter(word::endsWith)
                .max((a, b) -> a.length() - b.length())
                .orElse("");
    }

    private static void addFrench(String word, SortedSet<String> forms) {
        forms.add(word + "s");
        if (!word.endsWith("e")) {
            String feminine = word.endsWith("en") ? word + "ne" : word + "e";
            forms.add(feminine);
            forms.add(feminine + "s");
        }
    }

    private static void addRussianAdjective(String word, SortedSet<String> forms) {
        if (word.endsWith(RUSSIAN_ADJECTIVE)) {
            String stem = word.substring(0, word.length() - 2);
            RUSSIAN_ADJECTIVES.forEach(ending -> forms.add(stem + ending));
        }
    }

    private static void addRussianCases(String name, SortedSet<String> forms) {
        if (!name.endsWith(RUSSIAN_ADJECTIVE) && name.matches(".*[а-яё]")) {
            addInflected(name, RUSSIAN_CASES, List.of(), forms);
        }
    }

    private static void addArabic(String name, SortedSet<String> forms) {
        ARABIC_PREFIXES.forEach(prefix -> forms.add(prefix + name));
        if (name.startsWith("ال")) {
            forms.add("لل" + name.substring(2));
        }
    }

    private static void addArabicNationality(String word, SortedSet<String> forms) {
        for (String ending : ARABIC_ENDINGS) {
            String inflected = word + ending;
            forms.add(inflected);
            forms.add("ال" + inflected);
            forms.add("لل" + inflected);
        }
    }

    private static void addBengali(String name, SortedSet<String> forms) {
        boolean endsInVowel = Character.getType(name.charAt(name.length() - 1)) != Character.OTHER_LETTER;
        List<String> endings = endsInVowel ? List.of("র", "য়", "তে") : List.of("ের", "ে", "এর");
        endings.forEach(ending -> forms.add(name + ending));
    }

    private static void addKorean(String name, SortedSet<String> forms) {
        boolean endsInVowel = (name.charAt(name.length() - 1) - FIRST_HANGUL) % ENDINGS_OF_A_SYLLABLE == 0;
        KOREAN_ANY.forEach(particle -> forms.add(name + particle));
        (endsInVowel ? KOREAN_BEHIND_VOWEL : KOREAN_BEHIND_CONSONANT).forEach(particle -> forms.add(name + particle));
    }
}
