package org.lurewatch.detection.features;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.lurewatch.detection.facts.FactsReader;
import org.lurewatch.detection.facts.Placed;
import org.lurewatch.detection.facts.PostingFacts;
import org.lurewatch.detection.phrases.PhraseMatch;
import org.lurewatch.detection.phrases.PhraseMatcher;
import org.lurewatch.detection.phrases.Signal;
import org.lurewatch.detection.phrases.Stances;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.detection.text.ComparableText;
import org.lurewatch.detection.text.TextChain;
import org.lurewatch.detection.text.Token;
import org.lurewatch.detection.text.Tokens;

/** Reads a posting: comparable text, words, phrases and facts. */
public final class PostingReader {
    private final PhraseMatcher phrases;

    public PostingReader(PhraseMatcher phrases) {
        this.phrases = Objects.requireNonNull(phrases);
    }

    /** Reads what the posting says; places and technical fields are passed over. */
    public Reading read(JobPosting posting) {
        Map<PostingField, ComparableText> texts = new EnumMap<>(PostingField.class);
        List<FieldReading> fields = new ArrayList<>();
        OwnPlaces ownPlaces = new OwnPlaces(posting, phrases);
        posting.texts().forEach((field, raw) -> {
            switch (field.kind()) {
                case PROSE, LABEL, PAY -> {
                    ComparableText text = TextChain.comparable(raw);
                    List<Token> tokens = Tokens.of(text.text());
                    List<PhraseMatch> matches =
                            new ArrayList<>(Stances.marked(text.text(), tokens, phrases.match(tokens)));
                    matches.addAll(ownPlaces.in(tokens));
                    texts.put(field, text);
                    fields.add(new FieldReading(field, text, tokens, matches));
                }
                case CONTACT -> texts.put(field, TextChain.comparable(raw));
                case NAME, PLACE, TECHNICAL -> {}
            }
        });
        PostingFacts facts = FactsReader.read(texts, placeNames(fields), region(posting), HomeMoney.region(posting));
        return new Reading(posting, offersWithHandle(facts) ? ownWords(fields) : fields, facts);
    }

    /** Which units of each field's comparable text are names of places. */
    private static Map<PostingField, BitSet> placeNames(List<FieldReading> fields) {
        Map<PostingField, BitSet> names = new EnumMap<>(PostingField.class);
        for (FieldReading field : fields) {
            for (PhraseMatch match : field.matches()) {
                if (match.phrase().signal() == Signal.PLACE) {
                    names.computeIfAbsent(field.field(), f -> new BitSet())
                            .set(
                                    field.tokens().get(match.firstToken()).start(),
                                    field.tokens().get(match.endToken() - 1).end());
                }
            }
        }
        return names;
    }

    /** Whether the posting names pay and a way to a person, or a messenger account: so an offer does, not a warning. */
    private static boolean offersWithHandle(PostingFacts facts) {
        return facts.contacts().stream()
                .map(Placed::fact)
                .filter(contact -> contact.hasHandle() && contact.kind().leadsToAPerson())
                .anyMatch(
                        contact -> contact.kind().isMessenger() || !facts.pay().isEmpty());
    }

    /** A mock warning clears no offer: what it pretends that others say is taken as its own word. */
    private static List<FieldReading> ownWords(List<FieldReading> fields) {
        return fields.stream()
                .map(field -> new FieldReading(
                        field.field(),
                        field.text(),
                        field.tokens(),
                        field.matches().stream()
                                .map(match -> match.reported() ? match.meant(match.negated(), false) : match)
                                .toList()))
                .toList();
    }

    private static String region(JobPosting posting) {
        String country = posting.texts().get(PostingField.ADDRESS_COUNTRY);
        return country != null && country.length() == 2 ? country : null;
    }
}
