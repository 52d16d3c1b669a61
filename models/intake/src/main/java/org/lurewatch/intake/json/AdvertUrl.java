package org.lurewatch.intake.json;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a web address names one advert: one of a board's start page, a list or a chat would join strangers. */
final class AdvertUrl {
    private static final int LONGEST = 2_000;

    private static final Pattern PARTS =
            Pattern.compile("(?i)(?:https?:)?//([^/?#\\s]+)(/[^?#\\s]*)?(\\?[^#\\s]*)?(#\\S*)?");

    /** Hosts where an address leads to a person, a group or a form. */
    private static final Pattern OF_PEOPLE = Pattern.compile(
            "(?:.*\\.)?(?:t\\.me|telegram\\.me|wa\\.me|whatsapp\\.com|line\\.me|lin\\.ee|facebook\\.com|fb\\.com|m\\.me"
                    + "|instagram\\.com|tiktok\\.com|x\\.com|twitter\\.com|vk\\.com|youtube\\.com|linktr\\.ee|discord\\.gg"
                    + "|forms\\.gle|docs\\.google\\.com|bit\\.ly|tinyurl\\.com)");

    /** Last parts of addresses that lead to a list or to nowhere in particular. */
    private static final Set<String> OF_MANY = Set.of(
            "job",
            "jobs",
            "career",
            "careers",
            "vacancy",
            "vacancies",
            "search",
            "apply",
            "index",
            "home",
            "about",
            "contact",
            "login",
            "en",
            "de",
            "fr",
            "es",
            "empleo",
            "empleos",
            "vagas",
            "emploi",
            "emplois",
            "stellen",
            "stellenangebote",
            "karriere",
            "praca",
            "lowongan");

    private static final Pattern HOLDS_NUMBER = Pattern.compile(".*\\d.*");

    private AdvertUrl() {}

    static boolean namesOne(String url) {
        Matcher parts = url.length() > LONGEST ? null : PARTS.matcher(url);
        if (parts == null
                || !parts.matches()
                || OF_PEOPLE.matcher(lower(parts.group(1))).matches()) {
            return false;
        }
        String query = parts.group(3) == null ? "" : parts.group(3);
        if (HOLDS_NUMBER.matcher(query).matches()) {
            return true;
        }
        String path = parts.group(2) == null ? "" : parts.group(2).replaceFirst("/+$", "");
        String last = lower(path.substring(path.lastIndexOf('/') + 1)).replaceFirst("\\.(html?|php|aspx?|jsp)$", "");
        return !last.isEmpty() && !OF_MANY.contains(last);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
