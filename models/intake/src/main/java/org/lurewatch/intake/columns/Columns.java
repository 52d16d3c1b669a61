package org.lurewatch.intake.columns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lurewatch.detection.assess.ScamType;
import org.lurewatch.intake.labels.Label;

/**
 * Which columns of a file hold what, and the way of its records to postings. Made by {@link ColumnChoice}. Safe to share
 * between threads.
 */
public final class Columns {
    private static final Set<ColumnRole> PAY = EnumSet.of(
            ColumnRole.PAY, ColumnRole.PAY_FROM, ColumnRole.PAY_TO, ColumnRole.CURRENCY, ColumnRole.PAY_PERIOD);
    private static final Set<ColumnRole> LINES = EnumSet.of(
            ColumnRole.TITLE,
            ColumnRole.TEXT,
            ColumnRole.SUMMARY,
            ColumnRole.CONDITIONS,
            ColumnRole.DUTIES,
            ColumnRole.REQUIREMENTS,
            ColumnRole.EXPERIENCE,
            ColumnRole.EDUCATION,
            ColumnRole.BENEFITS,
            ColumnRole.ABOUT);

    private static final int MOST_NAMED = 30;

    private static final Pattern TAG = Pattern.compile("<[^<>]{0,500}>");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern CUT_OFF = Pattern.compile("(?:…|\\.{2,}|\\[…])\\s*$");

    private final Map<ColumnRole, List<String>> columns;
    private final List<String> joined;
    private final Optional<LabelValues> labels;
    private final String labelsSaid;
    private final List<String> names;
    private final int notRead;

    /**
     * @param columns the columns of each role, the first with a value wins
     * @param joined columns that make up the description together, in the order of the file
     * @param names of all columns with values
     */
    Columns(
            Map<ColumnRole, List<String>> columns,
            List<String> joined,
            Optional<LabelValues> labels,
            String labelsSaid,
            Collection<String> names,
            int notRead) {
        this.columns = new EnumMap<>(columns);
        this.joined = List.copyOf(joined);
        this.labels = labels;
        this.labelsSaid = labelsSaid;
        this.names = List.copyOf(names);
        this.notRead = notRead;
    }

    /** The columns that hold this, the one that is asked first in front; empty if none does. */
    public List<String> of(ColumnRole role) {
        return role == ColumnRole.TEXT && !joined.isEmpty() ? joined : columns.getOrDefault(role, List.of());
    }

    public boolean hasText() {
        return !of(ColumnRole.TEXT).isEmpty() || columns.containsKey(ColumnRole.SUMMARY);
    }

    public boolean hasLabels() {
        return labels.isPresent();
    }

    /** Whether nothing was found that can be assessed. */
    public boolean isOfNoUse() {
        return of(ColumnRole.TITLE).isEmpty() && !hasText();
    }

    /** Whether a title or a text was found by what its column is called, so that one record is enough to tell. */
    public boolean areFoundByName() {
        return Stream.of(ColumnRole.TITLE, ColumnRole.TEXT, ColumnRole.SUMMARY)
                .flatMap(role -> of(role).stream())
                .anyMatch(name -> NameVote.of(name).known());
    }

    /** The names of the columns that have values, as far as a person wants to read them. */
    public String names() {
        return names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                + (names.size() > MOST_NAMED ? " and " + (names.size() - MOST_NAMED) + " more" : "");
    }

    /** How many columns with values are not read. */
    public int notRead() {
        return notRead;
    }

    /** What was taken, for example {@code title = Puesto, employer = Empresa, no text}. */
    public String description() {
        List<String> said = new ArrayList<>();
        said.add(
                of(ColumnRole.TITLE).isEmpty()
                        ? "no title"
                        : "title = " + of(ColumnRole.TITLE).get(0));
        if (joined.size() > 1) {
            said.add("text = " + String.join(" + ", joined));
        } else {
            ColumnRole text = of(ColumnRole.TEXT).isEmpty() ? ColumnRole.SUMMARY : ColumnRole.TEXT;
            said.add(of(text).isEmpty() ? "no text" : "text = " + of(text).get(0));
        }
        columns.forEach((role, names) -> {
            boolean told = role == ColumnRole.TITLE || role == ColumnRole.TEXT || joined.contains(names.get(0));
            if (!told && !(role == ColumnRole.SUMMARY && of(ColumnRole.TEXT).isEmpty()) && role != ColumnRole.LABEL) {
                said.add(role.code() + " = " + names.get(0));
            }
        });
        if (labels.isPresent()) {
            said.add("label = " + of(ColumnRole.LABEL).get(0) + (labelsSaid.isEmpty() ? "" : " (" + labelsSaid + ")"));
        }
        return String.join(", ", said);
    }

    /** Takes a record of the file to a posting. */
    public MappedRecord map(ObjectNode record) {
        Map<String, List<JsonNode>> values = FlatRecord.of(record);
        ObjectNode posting = JsonNodeFactory.instance.objectNode();
        Set<ColumnRole> done = EnumSet.copyOf(PAY);
        String description = description(values, done);
        columns.forEach((role, names) -> {
            if (!role.wireName().isEmpty() && !done.contains(role)) {
                first(names, values).ifPresent(found -> put(posting, role, found));
            }
        });
        if (!description.isEmpty()) {
            posting.put(ColumnRole.TEXT.wireName(), description);
        }
        pay(values, posting);
        return new MappedRecord(
                posting, label(values), text(ColumnRole.SCAM_TYPE, values).flatMap(ScamType::ofCode));
    }

    /** Pay in words stands as it is; bare amounts go with their currency and period. */
    private void pay(Map<String, List<JsonNode>> values, ObjectNode posting) {
        Optional<List<JsonNode>> whole = first(of(ColumnRole.PAY), values);
        if (whole.isPresent() && isTree(whole.get())) {
            posting.set("baseSalary", whole.get().get(0));
            return;
        }
        String pay = text(ColumnRole.PAY, values).orElse("");
        Optional<String> from = text(ColumnRole.PAY_FROM, values);
        Optional<String> to = text(ColumnRole.PAY_TO, values);
        Optional<String> currency = text(ColumnRole.CURRENCY, values);
        boolean bare =
                ValueShapes.isNumber(pay) && (currency.isPresent() || columns.containsKey(ColumnRole.PAY_PERIOD));
        boolean inWords = pay.chars().anyMatch(Character::isDigit) && !bare;
        if (inWords || (from.isEmpty() && to.isEmpty() && !bare)) {
            if (!pay.isEmpty()) {
                posting.put("baseSalary", pay);
            }
            return;
        }
        ObjectNode salary = posting.putObject("baseSalary");
        currency.ifPresent(code -> salary.put("currency", code));
        ObjectNode value = salary.putObject("value");
        if (from.isEmpty() && to.isEmpty()) {
            value.put("value", pay);
        }
        from.ifPresent(amount -> value.put("minValue", amount));
        to.ifPresent(amount -> value.put("maxValue", amount));
        text(ColumnRole.PAY_PERIOD, values).ifPresent(period -> value.put("unitText", period));
    }

    /** The description where it has to be put together; empty where one column has it. */
    private String description(Map<String, List<JsonNode>> values, Set<ColumnRole> into) {
        StringBuilder text = new StringBuilder();
        if (joined.isEmpty()) {
            List<JsonNode> conditions = first(columns.getOrDefault(ColumnRole.CONDITIONS, List.of()), values)
                    .orElse(List.of());
            if (conditions.isEmpty()) {
                return "";
            }
            text(ColumnRole.TEXT, values)
                    .or(() -> text(ColumnRole.SUMMARY, values))
                    .ifPresent(text::append);
            append(columns.get(ColumnRole.CONDITIONS).get(0), conditions, text);
            into.addAll(EnumSet.of(ColumnRole.TEXT, ColumnRole.SUMMARY, ColumnRole.CONDITIONS));
            return text.toString();
        }
        List<String> filled = joined.stream().filter(values::containsKey).toList();
        if (filled.isEmpty()) {
            return "";
        }
        columns.forEach((role, names) -> {
            if (role == ColumnRole.SUMMARY || (role.isPart() && joined.contains(names.get(0)))) {
                into.add(role);
            }
        });
        Optional<String> summary = summaryOfItsOwn(values, filled);
        if (filled.size() == 1 && joined.size() == 1 && summary.isEmpty()) {
            return FlatRecord.text(values.get(filled.get(0)));
        }
        summary.ifPresent(column -> append(column, values.get(column), text));
        filled.forEach(column -> append(column, values.get(column), text));
        return text.toString();
    }

    /** The column with a summary, unless that only repeats what the parts of the description say, perhaps cut off. */
    private Optional<String> summaryOfItsOwn(Map<String, List<JsonNode>> values, List<String> parts) {
        String said = parts.stream()
                .map(part -> words(FlatRecord.text(values.get(part))))
                .collect(Collectors.joining("\n"));
        return of(ColumnRole.SUMMARY).stream()
                .filter(values::containsKey)
                .findFirst()
                .filter(column -> !parts.contains(column))
                .filter(column -> !said.contains(words(FlatRecord.text(values.get(column)))));
    }

    /** The words of a text, without tags and without the dots where it is cut off. */
    private static String words(String text) {
        String bare = SPACE.matcher(TAG.matcher(text).replaceAll(" ")).replaceAll(" ");
        return CUT_OFF.matcher(bare).replaceFirst("").strip();
    }

    private static void append(String name, List<JsonNode> values, StringBuilder to) {
        if (!to.isEmpty()) {
            to.append("\n\n");
        }
        to.append(name).append(":\n").append(FlatRecord.text(values));
    }

    private static Optional<List<JsonNode>> first(List<String> columns, Map<String, List<JsonNode>> values) {
        return columns.stream()
                .map(column -> values.getOrDefault(column, List.of()))
                .filter(found -> !found.isEmpty())
                .findFirst();
    }

    private Optional<String> text(ColumnRole role, Map<String, List<JsonNode>> values) {
        return first(of(role), values).map(FlatRecord::text).filter(text -> !text.isEmpty());
    }

    private Optional<Label> label(Map<String, List<JsonNode>> values) {
        return labels.flatMap(meanings -> text(ColumnRole.LABEL, values).flatMap(meanings::meaning));
    }

    private static boolean isTree(List<JsonNode> values) {
        return values.size() == 1 && values.get(0).isContainerNode();
    }

    private static void put(ObjectNode posting, ColumnRole role, List<JsonNode> values) {
        String name = role.wireName();
        int dot = name.indexOf('.');
        if (isTree(values)) {
            posting.set(dot < 0 ? name : name.substring(0, dot), values.get(0).deepCopy());
            return;
        }
        String text = LINES.contains(role)
                ? FlatRecord.text(values)
                : values.stream().map(JsonNode::asText).distinct().collect(Collectors.joining(", "));
        switch (role) {
            case REMOTE -> put(posting, name, remote(text));
            case CONTACT -> contact(posting, text);
            case CITY -> city(posting, text);
            case SKILLS -> skills(posting, text);
            case SUMMARY -> putIfAbsent(posting, name, text);
            default -> put(posting, name, text);
        }
    }

    /** Yes is what schema.org calls it; other words stand as they are. */
    private static String remote(String text) {
        if (!ValueShapes.isYesOrNo(text)) {
            return text;
        }
        return text.matches("(?i)1(?:\\.0)?|true|yes|y|t|да|si|sí|oui|ja|sim|是") ? "TELECOMMUTE" : "";
    }

    /** A contact stands beside those that have a column of their own. */
    private static void contact(ObjectNode posting, String text) {
        JsonNode others = posting.path("applicationContact");
        if (others.isMissingNode()) {
            posting.put("applicationContact", text);
        } else {
            String kind = ValueShapes.isMail(text) ? "email" : "telephone";
            put(posting, "applicationContact." + kind, text);
        }
    }

    /** The city, unless the place names it already. */
    private static void city(ObjectNode posting, String city) {
        String place = posting.at("/jobLocation/address/addressLocality").asText();
        if (!place.contains(city)) {
            put(posting, ColumnRole.CITY.wireName(), place.isEmpty() ? city : city + ", " + place);
        }
    }

    /** Skills stand below the requirements. */
    private static void skills(ObjectNode posting, String text) {
        String requirements = posting.path(ColumnRole.SKILLS.wireName()).asText();
        put(posting, ColumnRole.SKILLS.wireName(), requirements.isEmpty() ? text : requirements + "\n" + text);
    }

    private static void putIfAbsent(ObjectNode posting, String name, String text) {
        if (!posting.has(name)) {
            posting.put(name, text);
        }
    }

    /** Puts a text where there is no other, or in place of another text. */
    private static void put(ObjectNode object, String name, String text) {
        int dot = name.indexOf('.');
        JsonNode before = object.path(dot < 0 ? name : name.substring(0, dot));
        if (dot < 0 && !text.isEmpty() && !before.isContainerNode()) {
            object.put(name, text);
        } else if (dot > 0 && (before.isMissingNode() || before.isObject())) {
            put(object.withObjectProperty(name.substring(0, dot)), name.substring(dot + 1), text);
        }
    }
}
