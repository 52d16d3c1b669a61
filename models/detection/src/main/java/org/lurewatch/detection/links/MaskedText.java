package org.lurewatch.detection.links;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.lurewatch.detection.facts.Placed;
import org.lurewatch.detection.facts.contact.Contact;
import org.lurewatch.detection.features.FieldReading;
import org.lurewatch.detection.features.Reading;
import org.lurewatch.detection.phrases.PhraseMatch;
import org.lurewatch.detection.phrases.Signal;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.detection.text.ComparableText;
import org.lurewatch.detection.text.Token;
import org.lurewatch.detection.text.Tokens;

/**
 * The prose of a posting with one mark in place of each number, place, contact and employer's name, and without
 * anything that is neither letter nor digit: what stays the same when an advert is posted again with other details. The
 * employer's description of itself is left out, because it stands under all of its adverts.
 */
final class MaskedText {
    static final char NUMBER = '0';
    static final char NAME = '_';
    private static final char GAP = ' ';

    /** Enough to distinguish texts, and a bound on the work. */
    private static final int LONGEST = 8_000;

    /** A person's name stands beside the contact. */
    private static final int WORDS_BESIDE_A_CONTACT = 2;

    private static final int LONGEST_WORD_BESIDE = 16;

    private final char[] units;
    private int length;
    private int read;

    private MaskedText(int capacity) {
        units = new char[capacity];
    }

    /** @param employer the words of its name */
    static MaskedText of(Reading reading, List<Token> employer) {
        List<FieldReading> prose = reading.fields().stream()
                .filter(field -> field.field().kind() == PostingField.Kind.PROSE)
                .filter(field -> field.field() != PostingField.EMPLOYER_OVERVIEW)
                .toList();
        int capacity = prose.stream()
                .mapToInt(field -> field.text().text().length() + 1)
                .sum();
        MaskedText masked = new MaskedText(Math.min(LONGEST, capacity));
        for (FieldReading field : prose) {
            masked.add(field.text().text(), hidden(field, reading.facts().contacts(), employer));
            masked.gap();
        }
        return masked;
    }

    /** A text of which nothing is known but its contacts. */
    static MaskedText of(ComparableText text, List<Contact> contacts) {
        BitSet hidden = new BitSet();
        contacts.forEach(contact -> hideWithNames(hidden, text.text(), contact));
        MaskedText masked = new MaskedText(Math.min(LONGEST, text.text().length() + 1));
        masked.add(text.text(), hidden);
        masked.gap();
        return masked;
    }

    char[] units() {
        return units;
    }

    /** How many of the units are filled. */
    int length() {
        return length;
    }

    /** How many letters and figures there were before anything was masked. */
    int read() {
        return read;
    }

    private static BitSet hidden(FieldReading field, List<Placed<Contact>> contacts, List<Token> employer) {
        BitSet hidden = new BitSet();
        List<Token> tokens = field.tokens();
        for (PhraseMatch match : field.matches()) {
            if (match.phrase().signal() == Signal.PLACE) {
                hide(hidden, tokens, match.firstToken(), match.endToken());
            }
        }
        for (Placed<Contact> placed : contacts) {
            if (placed.field() == field.field()) {
                hideWithNames(hidden, field.text().text(), placed.fact());
            }
        }
        hideName(hidden, tokens, employer);
        return hidden;
    }

    private static void hide(BitSet hidden, List<Token> tokens, int first, int end) {
        hidden.set(tokens.get(first).start(), tokens.get(end - 1).end());
    }

    private static void hideName(BitSet hidden, List<Token> tokens, List<Token> name) {
        int last = name.isEmpty() ? -1 : tokens.size() - name.size();
        for (int i = 0; i <= last; i++) {
            if (Tokens.standAt(tokens, i, name)) {
                hide(hidden, tokens, i, i + name.size());
            }
        }
    }

    private static void hideWithNames(BitSet hidden, String text, Contact contact) {
        int start = contact.start();
        int end = contact.end();
        for (int word = 0; word < WORDS_BESIDE_A_CONTACT; word++) {
            start = wordBefore(text, start);
            end = wordAfter(text, end);
        }
        hidden.set(start, end);
    }

    private static int wordBefore(String text, int from) {
        int start = from;
        while (start > 0 && !Character.isLetter(text.charAt(start - 1)) && from - start < 4) {
            start--;
        }
        int word = start;
        while (start > 0 && word - start <= LONGEST_WORD_BESIDE && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        return word - start > LONGEST_WORD_BESIDE ? from : start;
    }

    private static int wordAfter(String text, int from) {
        int end = from;
        while (end < text.length() && !Character.isLetter(text.charAt(end)) && end - from < 4) {
            end++;
        }
        int word = end;
        while (end < text.length() && end - word <= LONGEST_WORD_BESIDE && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return end - word > LONGEST_WORD_BESIDE ? from : end;
    }

    private void add(String text, BitSet hidden) {
        int i = 0;
        while (i < text.length() && length < units.length) {
            int start = hidden.nextSetBit(i);
            addPlain(text, i, start < 0 ? text.length() : Math.min(start, text.length()));
            i = start < 0 ? text.length() : hidden.nextClearBit(start);
            if (start >= 0 && length < units.length) {
                read += i - start;
                mark(NAME);
            }
        }
    }

    private void addPlain(String text, int from, int to) {
        for (int i = from; i < to && length < units.length; i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z') {
                read++;
                units[length++] = c;
            } else if (c >= '0' && c <= '9') {
                read++;
                mark(NUMBER);
            } else if (c >= 0x80 && isLetter(c)) {
                read++;
                units[length++] = c;
            } else {
                gap();
            }
        }
    }

    /** One mark for everything that is masked in a row, whatever stands between. */
    private void mark(char mark) {
        if (length > 0 && units[length - 1] == mark) {
            return;
        }
        if (length > 1 && units[length - 1] == GAP && units[length - 2] == mark) {
            length--;
            return;
        }
        units[length++] = mark;
    }

    /** Between words only: scripts without spaces have gaps wherever the writer liked one. */
    private void gap() {
        boolean parts = length > 0 && length < units.length && isSpaced(units[length - 1]);
        if (parts) {
            units[length++] = GAP;
        }
    }

    private static boolean isSpaced(char c) {
        return c != GAP && !isHan(c) && !isClustered(c);
    }

    private static boolean isLetter(char c) {
        int type = Character.getType(c);
        return Character.isLetter(c) || type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /** Han and Kana: one character is much of a word. */
    static boolean isHan(char c) {
        return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF);
    }

    /** Thai, Lao, Burmese and Khmer: no spaces between words. */
    private static boolean isClustered(char c) {
        return (c >= 0x0E00 && c <= 0x0EFF) || (c >= 0x1000 && c <= 0x109F) || (c >= 0x1780 && c <= 0x17FF);
    }

    @Override
    public String toString() {
        return new String(Arrays.copyOf(units, length));
    }
}
