package org.lurewatch.detection.features;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.lurewatch.detection.concepts.ConceptMatch;
import org.lurewatch.detection.concepts.Concepts;
import org.lurewatch.detection.facts.FactsLocale;
import org.lurewatch.detection.facts.FactsReader;
import org.lurewatch.detection.facts.FieldFacts;
import org.lurewatch.detection.facts.Invitation;
import org.lurewatch.detection.facts.PostingFacts;
import org.lurewatch.detection.phrases.Phrase;
import org.lurewatch.detection.phrases.PhraseMatch;
import org.lurewatch.detection.phrases.PhraseMatcher;
import org.lurewatch.detection.phrases.Stances;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.detection.text.ComparableText;
import org.lurewatch.detection.text.TextChain;
import org.lurewatch.detection.text.Token;
import org.lurewatch.detection.text.Tokens;

/** Reads a posting: comparable text, words, phrases and facts. */
public final class PostingReader {
    /** The values of these fields affect how all fields are read. */
    private static final List<PostingField> READ_BY = List.of(
            PostingField.ADDRESS_COUNTRY,
            PostingField.ADDRESS_REGION,
            PostingField.ADDRESS_LOCALITY,
            PostingField.IN_LANGUAGE);

    private final PhraseMatcher phrases;
    private final OwnPlaces ownPlaces;

    public PostingReader(PhraseMatcher phrases) {
        this.phrases = Objects.requireNonNull(phrases);
        this.ownPlaces = new OwnPlaces(phrases);
    }

    /** Reads what the posting says; places and technical fields are passed over. */
    public Reading read(JobPosting posting) {
        return read(posting, Map.of());
    }

    /**
     * Reads a posting that differs from one already read only in the texts of some fields: unchanged fields are not
     * read again. The result is the same as that of a full reading.
     */
    public Reading read(JobPosting posting, Reading alike) {
        return read(posting, isReadAlike(posting, alike.posting()) ? alike.parts() : Map.of());
    }

    /** Whether the fields that affect how others are read are the same. */
    private static boolean isReadAlike(JobPosting posting, JobPosting other) {
        return READ_BY.stream().allMatch(field -> posting.text(field).equals(other.text(field)));
    }

    private Reading read(JobPosting posting, Map<PostingField, FieldParts> known) {
        Map<PostingField, FieldParts> parts = new EnumMap<>(PostingField.class);
        List<Phrase> names = ownPlaces.names(posting);
        FactsLocale locale = FactsLocale.of(region(posting), HomeMoney.codes(posting));
        posting.texts().forEach((field, raw) -> {
            if (isRead(field)) {
                FieldParts before = known.get(field);
                boolean alike = before != null && before.text().raw().equals(raw);
                parts.put(field, alike ? before : read(field, raw, names, locale));
            }
        });
        return reading(posting, parts);
    }

    private static boolean isRead(PostingField field) {
        return switch (field.kind()) {
            case PROSE, LABEL, PAY, CONTACT -> true;
            case NAME, PLACE, TECHNICAL -> false;
        };
    }

    private FieldParts read(PostingField field, String raw, List<Phrase> names, FactsLocale locale) {
        ComparableText text = TextChain.comparable(raw);
        FieldFacts facts = FieldFacts.of(field, text, locale);
        if (field.kind() == PostingField.Kind.CONTACT) {
            return new FieldParts(text, null, List.of(), null, facts);
        }
        List<Token> tokens = Tokens.of(text);
        Stances stances = new Stances(text.text(), tokens);
        List<PhraseMatch> matches = new ArrayList<>(stances.marked(phrases.match(tokens)));
        matches.addAll(OwnPlaces.matches(names, tokens));
        List<ConceptMatch> concepts =
                field.kind() == PostingField.Kind.PROSE ? Concepts.in(tokens, text.text()) : List.of();
        return new FieldParts(text, new FieldReading(field, text, tokens, matches), concepts, stances, facts);
    }

    private static Reading reading(JobPosting posting, Map<PostingField, FieldParts> parts) {
        FactsReader gathering = new FactsReader();
        List<FieldReading> fields = new ArrayList<>(parts.size());
        parts.forEach((field, part) -> {
            gathering.add(field, part.text(), HiddenNames.placesOf(part.wording()), part.facts());
            if (part.wording() != null) {
                fields.add(part.wording());
            }
        });
        PostingFacts facts = gathering.facts();
        List<List<ConceptMatch>> found = fields.stream()
                .map(field -> HiddenNames.of(field, facts)
                        .without(parts.get(field.field()).concepts(), field.tokens()))
                .toList();
        String stated = posting.text(PostingField.IN_LANGUAGE).orElse("");
        long languages = Concepts.languages(found, stated);
        boolean ownWords = facts.invitation() != Invitation.NONE;
        return new Reading(
                posting,
                ownWords ? ownWords(fields) : fields,
                meant(fields, found, parts, languages, ownWords),
                Concepts.likeliest(found, stated),
                facts,
                parts);
    }

    private static List<List<ConceptMatch>> meant(
            List<FieldReading> fields,
            List<List<ConceptMatch>> found,
            Map<PostingField, FieldParts> parts,
            long languages,
            boolean ownWords) {
        Set<String> codes = Concepts.codes(languages);
        List<List<ConceptMatch>> meant = new ArrayList<>(fields.size());
        for (int i = 0; i < fields.size(); i++) {
            Stances stances = parts.get(fields.get(i).field()).stances();
            List<ConceptMatch> spoken = Concepts.spoken(found.get(i), languages);
            meant.add(MeantConcepts.of(spoken, stances, codes, ownWords));
        }
        return meant;
    }

    /** A mock warning clears no offer: what it pretends to report of others counts as its own words. */
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
