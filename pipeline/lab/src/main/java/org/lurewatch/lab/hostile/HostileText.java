package org.lurewatch.lab.hostile;

import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Texts that break or slow down what reads them carelessly. Each has as many UTF-16 units as asked for, or few more. */
final class HostileText {
    private static final String BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c";
    private static final String SHAPELESS = "\u200b\u200c\u200d\ufeff\u2060\u00ad\u180e\u034f\ufe0f";
    /** Of many combining classes, so that putting them in order takes work. */
    private static final String MARKS = "\u0301\u0316\u0327\u0334\u0338\u0345\u031b\u0e38\u0e48\u064b\u0651\u05b0\u3099"
            + "\u0f71\u0f74\u20dd\u093c\u094d";

    private static final List<String> REPEATED = List.of(
            "a",
            "o",
            "A",
            "1",
            "0",
            "1o",
            "o1",
            "@",
            "a@",
            "@a",
            "a.",
            ".",
            "a.com/",
            "-",
            "--",
            "/",
            ":",
            "://",
            "+",
            "+1 ",
            "(",
            ")",
            "_",
            "#",
            "$",
            "$1",
            "%",
            "*",
            "\"",
            "'",
            "\u201c",
            "\u300c",
            "(\"",
            " ",
            "\n",
            "\t",
            "\r",
            "\u00a0",
            "\u3000",
            ";",
            ",",
            "1,",
            "1.",
            "1 ",
            "1-",
            "k",
            "w",
            "\u4e07",
            "1\u4e07",
            "\u4e00",
            "\u98de",
            "\u98de\u673a",
            "\u98db\u6a5f:",
            "\u8cf4",
            "v",
            "\u0e01",
            "\u0e44\u0e25\u0e19\u0e4c",
            "\u1780\u17d2",
            "\ud83d\udd25",
            "\ud83c\udded",
            "\ud83c\uddee\ud83c",
            "h.",
            "h ",
            "h.h",
            "\u0441",
            "\u0441a",
            "\u0130",
            "\ufdfa",
            "\ufb2c",
            "\u1e9e",
            "\uac00",
            "\u1100\u1161",
            "\u2800",
            "\u0336",
            "t.me/",
            "telegram ",
            "telegram: ",
            "no ",
            "not a ",
            "said \"");

    private static final List<String> TAGS = List.of(
            "<div>",
            "<b>",
            "<a>",
            "<a href=x>",
            "<p>",
            "<p><b>",
            "<table>",
            "<table><tr><td>",
            "<li>",
            "<ul><li>",
            "<select><option>",
            "<svg>",
            "<math><mi>",
            "<font>",
            "<nobr>",
            "<button>",
            "<h1>",
            "<form>",
            "<span>",
            "<template>",
            "<i><p>",
            "<b><div></b>",
            "<a><p></a>",
            "</div>",
            "</p>",
            "<br>",
            "<table><a>",
            "<dd>",
            "<ruby>");
    private static final List<String> UNCLOSED = List.of(
            "<",
            "<a",
            "<div",
            "<!--",
            "<!",
            "<![CDATA[",
            "</",
            "<a href=\"",
            "<a b='",
            "<script>",
            "<style>",
            "<title>",
            "<textarea>",
            "<plaintext>",
            "<?",
            "<!DOCTYPE ",
            "<a/",
            "<a =",
            "<b\n",
            "<xmp>",
            "--!>",
            "<a>&",
            "<p>&amp");
    private static final List<String> ENTITIES = List.of(
            "&",
            "&&;",
            "&amp;",
            "&amp;amp;",
            "&lt;b&gt;",
            "&#0;",
            "&#x110000;",
            "&#xd800;",
            "&#128176;",
            "&bad;",
            "&#",
            "&#x",
            "&notin",
            "&NotEqualTilde;",
            "&CounterClockwiseContourIntegral;",
            "&nbsp;",
            "&lol9;",
            "&;",
            "<p>&lol;",
            "&#99999999999;",
            "&ngE;",
            "<b>;</b>&");
    private static final String LAUGHS = "<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY lol \"lol\">"
            + "<!ENTITY lol2 \"&lol;&lol;&lol;&lol;&lol;\"><!ENTITY lol3 \"&lol2;&lol2;&lol2;&lol2;&lol2;\">"
            + "<!ENTITY x SYSTEM \"file:///etc/passwd\">]><lolz>";

    private HostileText() {}

    /** Makes one of these. */
    @FunctionalInterface
    interface Maker {
        /**
         * A text.
         *
         * @param seed honest text or a lure, to be damaged
         * @param length UTF-16 units
         */
        String of(String seed, int length, RandomGenerator random);
    }

    static String bidiAndControls(String seed, int length, RandomGenerator random) {
        int often = 1 + random.nextInt(8);
        return mixed(seed, length, random, often, () -> switch (random.nextInt(3)) {
            case 0 -> String.valueOf((char) random.nextInt(0x20));
            case 1 -> String.valueOf((char) (0x7f + random.nextInt(0x21)));
            default -> one(BIDI, random);
        });
    }

    static String zeroWidth(String seed, int length, RandomGenerator random) {
        int often = random.nextInt(4);
        return mixed(seed, length, random, often, () -> one(SHAPELESS, random).repeat(1 + random.nextInt(40)));
    }

    static String combiningMarks(String seed, int length, RandomGenerator random) {
        int often = random.nextInt(3);
        return mixed(seed, length, random, often, () -> {
            StringBuilder marks = new StringBuilder();
            int count = 1 + random.nextInt(random.nextInt(8) == 0 ? 20_000 : 60);
            boolean latin = random.nextBoolean();
            for (int i = 0; i < count; i++) {
                marks.append(latin ? String.valueOf((char) (0x300 + random.nextInt(0x70))) : one(MARKS, random));
            }
            return marks.toString();
        });
    }

    /** Units that are half of a character, here and there. Only escapes of JSON carry them. */
    static String singleSurrogates(String seed, int length, RandomGenerator random) {
        return mixed(
                seed,
                length,
                random,
                1 + random.nextInt(20),
                () -> String.valueOf((char) (Character.MIN_SURROGATE + random.nextInt(0x800))));
    }

    static String anyCharacters(String seed, int length, RandomGenerator random) {
        return mixed(seed, length, random, 1 + random.nextInt(3), () -> {
            int character = random.nextInt(3) == 0 ? random.nextInt(0x110000) : random.nextInt(0x10000);
            boolean half = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
            return half ? "\ufffd" : Character.toString(character);
        });
    }

    static String runs(String seed, int length, RandomGenerator random) {
        String run = filled(REPEATED.get(random.nextInt(REPEATED.size())), length);
        return random.nextInt(3) == 0 ? run + seed : run;
    }

    static String mixedRuns(String seed, int length, RandomGenerator random) {
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            String piece = REPEATED.get(random.nextInt(REPEATED.size()));
            text.append(piece.repeat(1 + random.nextInt(random.nextInt(10) == 0 ? 2_000 : 5)));
        }
        return cut(text, length);
    }

    static String oneWord(String seed, int length, RandomGenerator random) {
        int base =
                List.of((int) 'a', 0x430, 0x4e00, 0xe01, 0x3b1, 0xac00, 0x905).get(random.nextInt(7));
        int letters = 1 + random.nextInt(25);
        StringBuilder word = new StringBuilder(length);
        while (word.length() < length) {
            word.append((char) (base + random.nextInt(letters)));
        }
        return word.toString();
    }

    static String manyWords(String seed, int length, RandomGenerator random) {
        String gap = List.of(" ", ".", "-", "\n", "*", " \u200b", "\ud83d\udd25", "|")
                .get(random.nextInt(8));
        int base =
                List.of((int) 'a', (int) 'a', 0x430, 0x4e00, 0xe01, (int) '0').get(random.nextInt(6));
        int letters = random.nextBoolean() ? 10 : 1;
        StringBuilder words = new StringBuilder(length + 2);
        while (words.length() < length) {
            words.append((char) (base + random.nextInt(letters))).append(gap);
        }
        return cut(words, length);
    }

    /** A few words of an advert over and over: whatever they say is found as often. */
    static String repeatedPhrase(String seed, int length, RandomGenerator random) {
        int from = random.nextInt(Math.max(1, seed.length() - 1));
        int to = Math.min(seed.length(), from + 1 + random.nextInt(40));
        return filled(seed.substring(from, to) + (random.nextBoolean() ? " " : ""), length);
    }

    static String entities(String seed, int length, RandomGenerator random) {
        if (random.nextInt(4) == 0) {
            return LAUGHS + filled("&lol3;", Math.max(1, length - LAUGHS.length()));
        }
        return pieces(ENTITIES, seed, length, random);
    }

    static String deepTags(String seed, int length, RandomGenerator random) {
        return pieces(TAGS, seed, length, random);
    }

    static String unclosedTags(String seed, int length, RandomGenerator random) {
        return pieces(UNCLOSED, seed, length, random) + (random.nextBoolean() ? ">" : "");
    }

    static String attributes(String seed, int length, RandomGenerator random) {
        StringBuilder tag = new StringBuilder("<p");
        boolean distinct = random.nextBoolean();
        boolean many = random.nextInt(3) > 0;
        while (tag.length() < length && many) {
            tag.append(" a").append(distinct ? tag.length() : 1).append(random.nextBoolean() ? "=\"&lt;\"" : "");
        }
        return many ? tag + ">" + seed : "<p " + "b".repeat(length) + "=" + "c".repeat(length / 2) + ">" + seed;
    }

    /** One of a list over and over, or all of them by chance, with text between or without. */
    private static String pieces(List<String> list, String seed, int length, RandomGenerator random) {
        boolean same = random.nextBoolean();
        int often = random.nextInt(4);
        String one = list.get(random.nextInt(list.size()));
        StringBuilder text = new StringBuilder(length + 32);
        while (text.length() < length) {
            text.append(same ? one : list.get(random.nextInt(list.size())));
            if (often > 0 && random.nextInt(often) == 0) {
                int from = random.nextInt(seed.length() + 1);
                text.append(seed, from, Math.min(seed.length(), from + random.nextInt(20)));
            }
        }
        return cut(text, length);
    }

    /** The seed over and over, with something strange behind every so many units; alone where that is 0. */
    private static String mixed(String seed, int length, RandomGenerator random, int often, Supplier<String> strange) {
        StringBuilder text = new StringBuilder(length + 64);
        int at = 0;
        while (text.length() < length) {
            if (often > 0 && !seed.isEmpty()) {
                for (int i = random.nextInt(2 * often); i >= 0; i--) {
                    text.append(seed.charAt(at));
                    at = (at + 1) % seed.length();
                }
            }
            text.append(strange.get());
        }
        return cut(text, length);
    }

    static String filled(String piece, int length) {
        return cut(new StringBuilder(piece.repeat(length / piece.length() + 1)), length);
    }

    private static String cut(StringBuilder text, int length) {
        return text.length() <= length ? text.toString() : text.substring(0, length);
    }

    private static String one(String characters, RandomGenerator random) {
        return String.valueOf(characters.charAt(random.nextInt(characters.length())));
    }
}
