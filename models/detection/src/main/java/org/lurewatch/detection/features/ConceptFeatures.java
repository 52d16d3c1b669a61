package org.lurewatch.detection.features;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lurewatch.detection.concepts.ConceptMatch;
import org.lurewatch.detection.concepts.Concepts;
import org.lurewatch.detection.facts.Placed;
import org.lurewatch.detection.facts.contact.Contact;
import org.lurewatch.detection.facts.pay.PayOffer;
import org.lurewatch.detection.facts.words.ContactKind;
import org.lurewatch.detection.facts.words.PayPeriod;
import org.lurewatch.detection.text.Token;

/**
 * What a field speaks of, as numbers of features: concepts, denied concepts, and pairs of concepts and universal marks
 * that stand close together. No language plays a part in them. See RATIONALE.md, "Concepts carry over from language to
 * language".
 */
final class ConceptFeatures {
    /** Concepts and marks have numbers below this; so have the denied ones, counted from here. */
    private static final int DENIED = 1 << 9;

    /** Features from here are pairs. */
    static final int PAIRS = 1 << 10;

    private static final int MOST_PAIRS = (1 << 16) - PAIRS;

    /** Units of comparable text between two that make a pair. */
    private static final int CLOSE = 70;

    private static final int MARKS = Concepts.all().size();

    /** What looks alike in every language. */
    private enum Mark {
        MESSENGER,
        HANDLE,
        PHONE,
        MAIL,
        FREE_MAIL,
        LINK,
        PAY,
        PAY_HOUR,
        PAY_DAY,
        PAY_WEEK,
        PAY_MONTH,
        PAY_TASK,
        PERCENT,
        ADULT,
        PLUS;

        int number() {
            return MARKS + ordinal();
        }
    }

    /** Receives a feature and the token that begins it. */
    interface Sink {
        void add(int feature, int token);
    }

    private record Item(int number, boolean denied, int first, int from, int to) {}

    private static final Comparator<Item> BY_PLACE = (one, other) -> one.from() != other.from()
            ? Integer.compare(one.from(), other.from())
            : Integer.compare(one.number(), other.number());

    private final List<Item> items = new ArrayList<>();

    /** Every feature of a field, by its place among the fields that are read. */
    void visit(Reading reading, int index, Sink single, Sink pair) {
        List<ConceptMatch> concepts = reading.concepts().get(index);
        FieldReading field = reading.fields().get(index);
        items.clear();
        for (ConceptMatch match : concepts) {
            if (!isSaying(match.concept())) {
                addItem(match, field.tokens());
            }
        }
        addMarks(reading, field);
        HiddenNames names = HiddenNames.of(field, reading.facts());
        items.sort(BY_PLACE);
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            single.add(item.denied() ? DENIED + item.number() : item.number(), item.first());
            for (int k = i + 1;
                    k < items.size() && names.between(item.to(), items.get(k).from()) <= CLOSE;
                    k++) {
                Item other = items.get(k);
                if (other.from() >= item.to() && other.number() != item.number()) {
                    pair.add(PAIRS + pairNumber(item.number(), other.number()), item.first());
                }
            }
        }
    }

    private static boolean isSaying(int concept) {
        return Concepts.all().get(concept).isSaying();
    }

    private static int pairNumber(int one, int other) {
        int hash = (Math.min(one, other) * DENIED + Math.max(one, other)) * 0x9E3779B1;
        return (int) ((hash >>> 1) % (long) MOST_PAIRS);
    }

    private void addItem(ConceptMatch match, List<Token> tokens) {
        items.add(new Item(
                match.concept(),
                match.denied(),
                match.firstToken(),
                tokens.get(match.firstToken()).start(),
                tokens.get(match.endToken() - 1).end()));
    }

    private void addMarks(Reading reading, FieldReading field) {
        for (Placed<Contact> placed : reading.facts().contacts()) {
            if (placed.field() == field.field()) {
                addSpan(
                        mark(placed.fact()),
                        placed.fact().start(),
                        placed.fact().end(),
                        field.tokens());
            }
        }
        for (Placed<PayOffer> placed : reading.facts().pay()) {
            if (placed.field() == field.field()) {
                PayOffer offer = placed.fact();
                addSpan(Mark.PAY, offer.start(), offer.end(), field.tokens());
                Mark period = mark(offer.period());
                if (period != Mark.PAY) {
                    addSpan(period, offer.start(), offer.end(), field.tokens());
                }
            }
        }
        String text = field.text().text();
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int length = Character.charCount(c);
            if (c == '%' || c == '٪') {
                addSpan(Mark.PERCENT, i, i + length, field.tokens());
            } else if (c == '+' && FullAge.endsAt(text, i)) {
                addSpan(Mark.ADULT, i + 1 - FullAge.LENGTH, i + 1, field.tokens());
            } else if (c == '+' && !FullAge.isDigit(text, i - 1) && !FullAge.isDigit(text, i + 1)) {
                addSpan(Mark.PLUS, i, i + 1, field.tokens());
            }
            i += length;
        }
    }

    private static Mark mark(Contact contact) {
        ContactKind kind = contact.kind();
        if (kind.isMessenger()) {
            return contact.hasHandle() ? Mark.HANDLE : Mark.MESSENGER;
        }
        return switch (kind) {
            case PHONE -> Mark.PHONE;
            case EMAIL -> Mark.MAIL;
            case FREE_EMAIL -> Mark.FREE_MAIL;
            default -> Mark.LINK;
        };
    }

    private static Mark mark(PayPeriod period) {
        return switch (period) {
            case HOUR -> Mark.PAY_HOUR;
            case DAY -> Mark.PAY_DAY;
            case WEEK -> Mark.PAY_WEEK;
            case MONTH -> Mark.PAY_MONTH;
            case TASK -> Mark.PAY_TASK;
            case YEAR, UNKNOWN -> Mark.PAY;
        };
    }

    /** A mark belongs to the last token that does not begin behind it. */
    private void addSpan(Mark mark, int start, int end, List<Token> tokens) {
        if (tokens.isEmpty()) {
            return;
        }
        int low = 0;
        int high = tokens.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (tokens.get(middle).start() <= start) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        items.add(new Item(mark.number(), false, low, start, Math.max(end, start + 1)));
    }
}
