package org.lurewatch.web.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a list says of a posting, in the page's language. What people wrote in the list stays as it is. */
final class ListNote {
    private static final Pattern LISTED =
            Pattern.compile("on your (?:allow|block) list since (\\d{4}-\\d{2}-\\d{2})(.*)", Pattern.DOTALL);
    private static final Pattern RESEMBLES = Pattern.compile(
            "resembles (.+), which is on your block list; that says nothing of this employer", Pattern.DOTALL);
    private static final String BEFORE = "; the block list goes before it";
    private static final String QUOTED = "; a text about scams may quote it";
    private static final Pattern ALONE = Pattern.compile("; it does not outweigh \\S{1,100}, which warns by itself$");
    private static final Pattern UNCOVERED = Pattern.compile("; it does not cover ([^;]{1,300})$");

    private ListNote() {}

    /** @param phrase as the evidence has it, in English */
    static String of(String phrase, PageWords words) {
        Matcher resembles = RESEMBLES.matcher(phrase);
        if (resembles.matches()) {
            return words.say("known.list.resembles", "name", MarkedText.visible(resembles.group(1)));
        }
        Matcher listed = LISTED.matcher(phrase);
        if (!listed.matches()) {
            return MarkedText.visible(phrase);
        }
        List<String> sentences = new ArrayList<>();
        sentences.add(words.say("known.list.since", "date", listed.group(1)));
        String rest = listed.group(2);
        String remark = "";
        Matcher alone = ALONE.matcher(rest);
        Matcher uncovered = UNCOVERED.matcher(rest);
        if (rest.endsWith(BEFORE)) {
            rest = rest.substring(0, rest.length() - BEFORE.length());
            remark = words.say("known.list.before");
        } else if (rest.endsWith(QUOTED)) {
            rest = rest.substring(0, rest.length() - QUOTED.length());
            remark = words.say("known.list.quoted");
        } else if (alone.find()) {
            rest = rest.substring(0, alone.start());
            remark = words.say("known.list.alone");
        } else if (uncovered.find()) {
            rest = rest.substring(0, uncovered.start());
            remark = words.say("known.list.uncovered", "contact", MarkedText.visible(uncovered.group(1)));
        }
        sentences.add(remark);
        sentences.add(MarkedText.visible(rest.startsWith(": ") ? rest.substring(2) : rest.strip()));
        sentences.removeIf(String::isEmpty);
        return String.join(" ", sentences);
    }
}
