package org.lurewatch.intake.columns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lurewatch.intake.labels.Label;

/**
 * Decides which column of a file is what. Names and values both have a say: a name that is known counts for most, but
 * not against the values, and where no name is known the values alone decide: the longest prose is the text, short varied
 * lines are titles. See RATIONALE.md, "A stranger's columns are read by their names and their values".
 */
public final class ColumnChoice {
    /** Score from which a column is taken. */
    private static final double ENOUGH = 0.12;

    private static final Pattern NUMBERED = Pattern.compile("\\d+|(?i:column|col|field|unnamed:?)[ _]?\\d+");

    /** Roles that need more than a name and a value, and are given first. */
    private static final Set<ColumnRole> MAIN =
            EnumSet.of(ColumnRole.TEXT, ColumnRole.SUMMARY, ColumnRole.TITLE, ColumnRole.LABEL);

    private final List<ObjectNode> sample;
    private final List<Map<String, List<JsonNode>>> records;
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final Map<ColumnRole, List<String>> chosen = new EnumMap<>(ColumnRole.class);
    private final Set<String> taken = new HashSet<>();
    private final boolean onlyTitles;

    private record Column(String name, int place, NameVote vote, ColumnProfile profile) {
        boolean votesFor(ColumnRole role) {
            return vote.role().filter(role::equals).isPresent();
        }

        /** Whether the name says what is in it: "advert" or "name" may be a title or all of it. */
        boolean isSpokenFor() {
            return vote.known() && !(votesFor(ColumnRole.TITLE) && vote.weight() <= 0.5);
        }

        /** Whether the name is the one that schema.org has for it, which no value contradicts. */
        boolean isUnderItsOwnName() {
            return vote.role()
                    .filter(role -> name.equals(role.wireName().split("\\.", 2)[0]))
                    .isPresent();
        }
    }

    private ColumnChoice(List<ObjectNode> sample) {
        this.sample = sample;
        this.records = sample.stream().map(FlatRecord::of).toList();
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (Map<String, List<JsonNode>> record : records) {
            record.forEach((name, found) ->
                    values.computeIfAbsent(name, added -> new ArrayList<>()).add(FlatRecord.text(found)));
        }
        this.onlyTitles =
                values.size() == 1 && BareTitles.are(values.values().iterator().next());
        // The order of the columns is that of the names in the first record that has them: permuted, it decides nothing
        // but between equals.
        values.forEach((name, found) -> columns.put(
                name, new Column(name, columns.size(), vote(name), ColumnProfile.of(found, sample.size()))));
    }

    private static NameVote vote(String name) {
        return NUMBERED.matcher(name).matches() ? NameVote.of("") : NameVote.of(name);
    }

    /**
     * Decides by a sample of the records of a file, in the order of the file.
     *
     * @throws UnknownColumnException where the overrides name a column that is not there
     */
    public static Columns of(List<ObjectNode> sample, ColumnOverrides overrides) {
        return new ColumnChoice(sample).choose(overrides);
    }

    private Columns choose(ColumnOverrides overrides) {
        Set<ColumnRole> settled = EnumSet.noneOf(ColumnRole.class);
        overrides.columns().forEach((role, name) -> {
            settled.add(role);
            if (!name.isEmpty()) {
                take(role, List.of(existing(name)));
            }
        });
        Optional<Column> label = settled.contains(ColumnRole.LABEL) ? overridden(ColumnRole.LABEL) : label();
        label.ifPresent(column -> take(ColumnRole.LABEL, List.of(column.name())));
        List<String> joined = List.of();
        if (!settled.contains(ColumnRole.TEXT)) {
            joined = text(label.isPresent(), settled.contains(ColumnRole.TITLE));
        }
        if (!settled.contains(ColumnRole.TITLE)) {
            title(label.isPresent());
        }
        for (ColumnRole role : ColumnRole.values()) {
            if (!MAIN.contains(role) && !settled.contains(role)) {
                side(role);
            }
        }
        if (!settled.contains(ColumnRole.SUMMARY)) {
            side(ColumnRole.SUMMARY);
        }
        LabelValues meanings =
                label.map(column -> LabelValues.under(column.name())).orElse(null);
        int notRead = (int)
                columns.keySet().stream().filter(name -> !taken.contains(name)).count();
        return new Columns(
                chosen,
                joined,
                Optional.ofNullable(meanings),
                label.map(column -> meanings.said(column.profile().values())).orElse(""),
                columns.keySet(),
                notRead);
    }

    private Optional<Column> overridden(ColumnRole role) {
        return chosen.getOrDefault(role, List.of()).stream().map(columns::get).findFirst();
    }

    /** The column of this name; letters may be written otherwise. */
    private String existing(String name) {
        Set<String> names = new TreeSet<>();
        sample.forEach(record -> record.fieldNames().forEachRemaining(names::add));
        names.addAll(columns.keySet());
        return Stream.concat(names.stream().filter(name::equals), names.stream().filter(name::equalsIgnoreCase))
                .findFirst()
                .orElseThrow(() -> new UnknownColumnException(name, names));
    }

    private void take(ColumnRole role, List<String> names) {
        chosen.put(role, names);
        taken.addAll(names);
    }

    /** Free columns by falling score, those with enough of it. */
    private List<Column> ranked(ToDoubleFunction<Column> score) {
        return columns.values().stream()
                .filter(column -> !taken.contains(column.name()) && score.applyAsDouble(column) >= ENOUGH)
                .sorted(Comparator.comparingDouble(score).reversed().thenComparingInt(Column::place))
                .toList();
    }

    private static List<String> names(List<Column> columns) {
        return columns.stream().map(Column::name).toList();
    }

    private Optional<Column> label() {
        return ranked(this::labelScore).stream().findFirst();
    }

    private double labelScore(Column column) {
        ColumnProfile profile = column.profile();
        Set<String> values = profile.values();
        if (values.isEmpty() || values.size() < profile.distinct() || values.size() > 4) {
            return 0;
        }
        LabelValues meanings = LabelValues.under(column.name());
        Set<Label> meant = EnumSet.noneOf(Label.class);
        values.forEach(value -> meanings.meaning(value).ifPresent(meant::add));
        boolean inPart = column.votesFor(ColumnRole.LABEL)
                && meant.size() > 1
                && values.stream().noneMatch(ValueShapes::isNumber);
        if (!inPart
                && !values.stream().allMatch(value -> meanings.meaning(value).isPresent())) {
            return 0;
        }
        boolean inWords = values.stream().allMatch(LabelValues::isWord);
        if (column.votesFor(ColumnRole.LABEL)) {
            return column.vote().weight() * (values.size() > 1 ? 1 : 0.8);
        }
        if (inWords) {
            return values.size() > 1 ? 0.7 : 0;
        }
        // A set of messages whose second column has no name that is known.
        return columns.size() == 2 && values.size() == 2 && !column.isSpokenFor() ? 0.5 : 0;
    }

    /** Chooses the text; answers the columns that make it up together, where there is no text by name. */
    private List<String> text(boolean labelled, boolean titleIsSettled) {
        List<Column> named = ranked(column -> column.votesFor(ColumnRole.TEXT) ? textScore(column) : 0);
        double bestProse = columns.values().stream()
                .filter(column -> !taken.contains(column.name()))
                .mapToDouble(
                        column -> column.isSpokenFor() ? 0 : column.profile().prose())
                .max()
                .orElse(0);
        boolean namedIsProse = !named.isEmpty() && (named.get(0).profile().medianWidth() >= 60 || bestProse < 0.5);
        if (namedIsProse || (!named.isEmpty() && labelled)) {
            take(ColumnRole.TEXT, names(likeTheFirst(named)));
            return List.of();
        }
        List<Column> parts = columns.values().stream()
                .filter(column -> !taken.contains(column.name())
                        && column.vote()
                                .role()
                                .filter(role -> role.isPart() || role == ColumnRole.SKILLS)
                                .isPresent()
                        && column.profile().prose() >= 0.15)
                .toList();
        List<Column> unnamed =
                ranked(column -> column.isSpokenFor() ? 0 : column.profile().prose());
        if (!parts.isEmpty() && bestProse < 0.5) {
            parts = withAllParts(parts);
            names(parts).forEach(taken::add);
            parts.forEach(column -> chosen.put(column.vote().role().orElseThrow(), List.of(column.name())));
            return names(parts);
        }
        if (!unnamed.isEmpty()) {
            take(ColumnRole.TEXT, List.of(unnamed.get(0).name()));
        } else if (!named.isEmpty()) {
            take(ColumnRole.TEXT, names(likeTheFirst(named)));
        } else {
            textOfLastResort(labelled);
        }
        return List.of();
    }

    /** What may stand in for the first where that is missing: texts, not lines under the same name. */
    private static List<Column> likeTheFirst(List<Column> texts) {
        double width = texts.get(0).profile().medianWidth();
        return texts.stream()
                .filter(column -> column.profile().medianWidth() >= width * 0.3)
                .toList();
    }

    /** Short terms of work belong to the description too, where its other parts make it up. */
    private List<Column> withAllParts(List<Column> prose) {
        Set<ColumnRole> roles = EnumSet.noneOf(ColumnRole.class);
        return columns.values().stream()
                .filter(column -> !taken.contains(column.name())
                        && (prose.contains(column)
                                || (column.profile().segmentWords() > 2
                                        && column.vote()
                                                .role()
                                                .filter(ColumnRole::isPart)
                                                .isPresent()))
                        && roles.add(column.vote().role().orElseThrow()))
                .toList();
    }

    /** Prose under a name that promises something else, such as e-mail; the only column; messages with labels. */
    private void textOfLastResort(boolean labelled) {
        List<Column> prose = ranked(column -> column.votesFor(ColumnRole.SUMMARY)
                        || column.votesFor(ColumnRole.TITLE)
                        || column.votesFor(ColumnRole.EXPERIENCE)
                        || column.votesFor(ColumnRole.ABOUT) && columns.size() > 3
                ? 0
                : column.profile().prose() - 0.2);
        if (!prose.isEmpty()) {
            take(ColumnRole.TEXT, List.of(prose.get(0).name()));
            return;
        }
        List<Column> lines = columns.values().stream()
                .filter(column -> !taken.contains(column.name())
                        && !column.profile().isTechnical()
                        && !column.profile().isConstant()
                        && !column.votesFor(ColumnRole.TITLE))
                .toList();
        boolean onlyOne = (columns.size() == 1 && !onlyTitles) || (labelled && lines.size() == 1);
        if (onlyOne && lines.size() == 1 && !lines.get(0).isSpokenFor()) {
            take(ColumnRole.TEXT, names(lines));
        }
    }

    private double textScore(Column column) {
        ColumnProfile profile = column.profile();
        if (profile.isTechnical() || (isEmptyWord(profile) && profile.filled() >= 10 && profile.medianWidth() < 60)) {
            return 0;
        }
        double says = isEmptyWord(profile) ? 0.25 : 1;
        double length = Math.max(0.2, Math.min(1, profile.meanWidth() / 400));
        return column.vote().weight() * says * (0.4 + 0.6 * length) * (0.3 + 0.7 * profile.filledShare());
    }

    /** The same value everywhere says nothing of an advert, unless there is nothing else. */
    private boolean isEmptyWord(ColumnProfile profile) {
        return profile.isConstant() && columns.size() > 1;
    }

    private void title(boolean labelled) {
        List<Column> named = ranked(column -> column.votesFor(ColumnRole.TITLE) ? titleScore(column) : 0);
        if (!named.isEmpty() && titleScore(named.get(0)) >= 0.3) {
            double best = named.get(0).vote().weight();
            take(
                    ColumnRole.TITLE,
                    names(named.stream()
                            .filter(column -> column.vote().weight() >= best * 0.8)
                            .toList()));
            return;
        }
        List<Column> guessed = ranked(column -> guessedTitle(column, labelled));
        if (!guessed.isEmpty()) {
            take(ColumnRole.TITLE, List.of(guessed.get(0).name()));
        } else if (!named.isEmpty()) {
            take(ColumnRole.TITLE, List.of(named.get(0).name()));
        }
    }

    private double titleScore(Column column) {
        ColumnProfile profile = column.profile();
        if (profile.links() > 0.5 || profile.dates() > 0.6 || profile.numbers() > 0.5 || profile.mails() > 0.5) {
            return 0;
        }
        double fits = profile.hashes() > 0.5 || profile.yesOrNo() > 0.8 || profile.codes() > 0.9 ? 0.1 : 1;
        double shorter = profile.medianWidth() > 300 ? 0.3 : 1;
        double says = isEmptyWord(profile) ? 0.2 : 1;
        // A plain "name" may be that of the employer.
        double weak = column.vote().weight() < 0.6 ? 0.8 + 0.4 * (profile.titleWords() - profile.firms()) : 1;
        return column.vote().weight() * fits * shorter * says * weak * (0.4 + 0.6 * profile.filledShare());
    }

    /** A title by the values alone: where the name says nothing, or says text or link and the values are neither. */
    private double guessedTitle(Column column, boolean labelled) {
        boolean open = !column.isSpokenFor()
                || ((column.votesFor(ColumnRole.TEXT) || column.votesFor(ColumnRole.LINK))
                        && column.profile().titleWords() > 0.2);
        boolean amongMessages = labelled && column.profile().titleWords() < 0.3;
        if (!open || amongMessages || isEmptyWord(column.profile())) {
            return 0;
        }
        if (columns.size() == 1) {
            return onlyTitles ? 1 : 0;
        }
        double titles = column.profile().titles();
        boolean namesAreKnown =
                columns.values().stream().filter(Column::isSpokenFor).count() * 2 > columns.size();
        return namesAreKnown && column.profile().titleWords() < 0.15 ? titles * 0.3 : titles * 0.8;
    }

    private void side(ColumnRole role) {
        List<Column> ranked = ranked(column -> sideScore(column, role));
        if (role == ColumnRole.IDENTIFIER || role == ColumnRole.LINK) {
            ranked = ranked.stream()
                    .filter(column -> role == ColumnRole.LINK || tellsApart(column))
                    .toList();
        }
        if (ranked.isEmpty()) {
            return;
        }
        double best = sideScore(ranked.get(0), role);
        take(
                role,
                names(ranked.stream()
                        .filter(column -> sideScore(column, role) >= best * 0.5)
                        .toList()));
        // What lies beside the column that is taken says the same again.
        columns.values().stream().filter(column -> column.votesFor(role)).forEach(column -> taken.add(column.name()));
    }

    private double sideScore(Column column, ColumnRole role) {
        ColumnProfile profile = column.profile();
        double named = column.votesFor(role) ? column.vote().weight() : 0;
        if (named > 0 && column.isUnderItsOwnName()) {
            return 1;
        }
        double fits =
                switch (role) {
                    case LINK -> profile.links() > 0.5 ? 0.7 + 0.3 * profile.fullLinks() : 0;
                    case EMPLOYER_LINK, EMPLOYER_LOGO -> profile.links();
                    case APPLY -> Math.max(profile.links(), profile.mails()) > 0.5 ? 1 : 0;
                    case MAIL -> profile.mails() > 0.3 ? 1 : 0;
                    case PHONE -> profile.withDigit() > 0.3 && profile.medianWidth() < 60 ? 1 : 0;
                    case CONTACT -> profile.withDigit() > 0.3 || profile.mails() > 0.3 || profile.links() > 0.3 ? 1 : 0;
                    case IDENTIFIER ->
                        profile.rowNumbers()
                                        || profile.spaced() > 0.3
                                        || profile.medianWidth() > 200
                                        || profile.yesOrNo() > 0.8
                                ? 0
                                : 1;
                    case DATE, DEADLINE, SCRAPED -> profile.dates() > 0.3 || profile.medianWidth() < 40 ? 1 : 0;
                    case LANGUAGE -> profile.languages() > 0.5 ? 1 : 0;
                    case PAY, PAY_FROM, PAY_TO ->
                        profile.links() < 0.3 && profile.dates() < 0.8 && profile.medianWidth() < 200
                                ? profile.withDigit() > 0.05 ? 1 : 0.3
                                : 0;
                    case EMPLOYER, AUTHOR, SOURCE, DEPARTMENT ->
                        profile.numbers() > 0.5
                                        || profile.dates() > 0.5
                                        || profile.medianWidth() > 150
                                        || profile.yesOrNo() > 0.5
                                ? 0
                                : profile.links() > 0.5 ? 0.15 : 1;
                    case PLACE, CITY, REGION, COUNTRY ->
                        profile.links() > 0.5
                                        || profile.numbers() > 0.8
                                        || profile.dates() > 0.8
                                        || profile.yesOrNo() > 0.5
                                        || profile.medianWidth() > 300
                                ? 0
                                : 1;
                    case DUTIES, REQUIREMENTS, SKILLS, BENEFITS, CONDITIONS, ABOUT, EXPERIENCE, EDUCATION, SUMMARY ->
                        profile.links() > 0.5 || profile.yesOrNo() > 0.8 ? 0 : 1;
                    case EMPLOYMENT, INDUSTRY, CATEGORY ->
                        profile.links() > 0.5 || profile.medianWidth() > 200 || profile.yesOrNo() > 0.5 ? 0 : 1;
                    default -> 1;
                };
        double score = named * fits * (0.5 + 0.5 * profile.filledShare());
        return score > 0 ? score : guessed(column, role) * 0.5;
    }

    /** What values alone say, where a name says nothing. */
    private static double guessed(Column column, ColumnRole role) {
        ColumnProfile profile = column.profile();
        if (column.isSpokenFor()) {
            return 0;
        }
        return switch (role) {
            case LINK -> profile.links() > 0.7 ? profile.links() * Math.max(0.3, profile.distinctShare()) : 0;
            case DATE -> profile.dates() > 0.7 && profile.wholeNumbers() < 0.5 ? 0.8 : 0;
            case PAY -> profile.money() > 0.5 ? profile.money() : 0;
            case MAIL -> profile.mails() > 0.7 ? 0.8 : 0;
            case EMPLOYER -> profile.firms() > 0.25 && profile.medianWidth() < 100 ? profile.firms() : 0;
            case PLACE -> profile.places() > 0.4 ? profile.places() : 0;
            default -> 0;
        };
    }

    /** Whether no value of a column stands for two adverts with different text. */
    private boolean tellsApart(Column column) {
        List<String> texts = Stream.of(ColumnRole.TITLE, ColumnRole.TEXT)
                .flatMap(role -> chosen.getOrDefault(role, List.of()).stream())
                .toList();
        Map<String, String> textOf = new HashMap<>();
        for (Map<String, List<JsonNode>> record : records) {
            if (record.containsKey(column.name())) {
                StringBuilder text = new StringBuilder();
                texts.forEach(name -> text.append(FlatRecord.text(record.getOrDefault(name, List.of())))
                        .append('\n'));
                String before = textOf.put(FlatRecord.text(record.get(column.name())), text.toString());
                if (before != null && !before.contentEquals(text)) {
                    return false;
                }
            }
        }
        return true;
    }
}
