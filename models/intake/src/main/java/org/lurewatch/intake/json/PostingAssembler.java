package org.lurewatch.intake.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.detection.posting.PostingLimits;

/** Puts one posting together, property by property. */
final class PostingAssembler {
    private static final int MOST_LEVELS = 64;

    private static final Pattern MAIL_ADDRESS = Pattern.compile("[^\\s@]+@[^\\s@]+");
    private static final Pattern LANGUAGE_TAG = Pattern.compile("[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*");

    /** What may lead to somebody: a mail address, an address on the web, an account, or a number to call. */
    private static final Pattern CONTACT = Pattern.compile("(?s).*(@|://|\\d.*\\d.*\\d.*\\d.*\\d.*\\d).*");

    /** Names of a place's parts that are not those of schema.org. */
    private static final Map<String, PostingField> PARTS_OF_PLACE = Map.of(
            "addresscountry", PostingField.ADDRESS_COUNTRY,
            "country", PostingField.ADDRESS_COUNTRY,
            "countrycode", PostingField.ADDRESS_COUNTRY,
            "addressregion", PostingField.ADDRESS_REGION,
            "region", PostingField.ADDRESS_REGION,
            "state", PostingField.ADDRESS_REGION,
            "province", PostingField.ADDRESS_REGION,
            "addresslocality", PostingField.ADDRESS_LOCALITY,
            "city", PostingField.ADDRESS_LOCALITY,
            "town", PostingField.ADDRESS_LOCALITY);

    /** Properties that hold a posting's identifier where {@code identifier} does not, the surest first. */
    private static final List<String> IDENTIFIERS = List.of(
            "jobid",
            "jobpostingid",
            "postingid",
            "jobkey",
            "referencenumber",
            "jobreference",
            "reference",
            "requisitionid",
            "vacancyid",
            "adid",
            "advertid",
            "listingid",
            "offerid",
            "postid",
            "externalid",
            "uuid",
            "guid",
            "id");

    private final PostingDraft draft;
    private final Map<PostingField, Set<String>> texts = new EnumMap<>(PostingField.class);
    /** What may name the posting, by its place in the order above. */
    private final Map<Integer, Consumer<PostingDraft>> names = new TreeMap<>();

    private final Set<String> unread = new TreeSet<>();
    private int unknownFields;

    PostingAssembler(PostingLimits limits) {
        this.draft = new PostingDraft(limits);
    }

    DecodedPosting assemble() {
        texts.forEach((field, lines) -> draft.text(field, String.join("\n", lines)));
        names.values().forEach(name -> name.accept(draft));
        return new DecodedPosting(draft.posting(), unknownFields, unread);
    }

    void accept(String name, JsonNode value) {
        switch (name) {
            case "identifier" -> draft.identifier(identifier(value, MOST_LEVELS));
            case "@id" -> nodeId(value);
            case "source" -> draft.source(JsonText.named(value));
            case "datePosted" -> draft.datePosted(time(name, value));
            case "scrapedAt" -> draft.scrapedAt(time(name, value));
            case "validThrough" -> {
                // Part of the format, but no decision depends on it.
            }
            case "baseSalary" -> put(PostingField.BASE_SALARY, value, SalaryText.of(value));
            case "hiringOrganization" -> organization(value, MOST_LEVELS);
            case "jobLocation" -> places(value, MOST_LEVELS);
            case "applicationContact" -> contacts(value, MOST_LEVELS);
            case "inLanguage" -> put(PostingField.IN_LANGUAGE, value, language(value));
            default -> text(name, value);
        }
    }

    private void text(String name, JsonNode value) {
        if (name.startsWith("@")) {
            return;
        }
        Optional<PostingField> field = PostingField.ofWireName(name);
        if (field.isPresent()) {
            put(field.get(), value, textOf(field.get(), value));
            return;
        }
        unknownFields++;
        int rank = IDENTIFIERS.indexOf(bare(name));
        if (rank >= 0) {
            String identifier = identifier(value, MOST_LEVELS);
            if (!identifier.startsWith("_:")) {
                names.putIfAbsent(rank + 1, named -> named.candidate(name, identifier));
            }
        }
    }

    /** Fields that are read by what they are called; of the others everything is read that they say. */
    private static String textOf(PostingField field, JsonNode value) {
        return switch (field.kind()) {
            case PLACE, TECHNICAL, NAME, CONTACT -> JsonText.named(value);
            case PROSE, LABEL, PAY -> JsonText.of(value);
        };
    }

    private Instant time(String name, JsonNode value) {
        Optional<Instant> time = PostingDates.of(value);
        if (time.isEmpty() && JsonText.holdsAnything(value)) {
            unread.add(name);
        }
        return time.orElse(null);
    }

    /** The value, never the name: a PropertyValue is named after the employer. */
    private static String identifier(JsonNode value, int levels) {
        if (levels == 0 || value.isBoolean()) {
            return "";
        }
        if (!value.isContainerNode()) {
            return JsonText.of(value);
        }
        if (value.isArray()) {
            for (JsonNode each : value) {
                String identifier = identifier(each, levels - 1);
                if (!identifier.isBlank()) {
                    return identifier;
                }
            }
            return "";
        }
        for (String property : List.of("@value", "value", "identifier", "$oid", "id", "@id")) {
            String identifier = identifier(value.path(property), levels - 1);
            if (!identifier.isBlank() && !identifier.startsWith("_:")) {
                return identifier;
            }
        }
        return "";
    }

    /** The name of the node: not one that holds within its page only, nor the address of a whole site. */
    private void nodeId(JsonNode value) {
        String id = value.isTextual() ? value.asText().strip() : "";
        boolean address = id.contains("//");
        if (!id.startsWith("_:") && !id.startsWith("#") && (!address || AdvertUrl.namesOne(id))) {
            names.put(0, named -> named.candidate("@id", id));
        }
    }

    private static String bare(String name) {
        return name.replaceAll("[_\\- ]", "").toLowerCase(Locale.ROOT);
    }

    private static String language(JsonNode value) {
        JsonNode one = JsonText.only(value);
        for (String property : List.of("alternateName", "code", "@value", "name")) {
            String tag = one.path(property).asText();
            if (LANGUAGE_TAG.matcher(tag).matches()) {
                return tag;
            }
        }
        return JsonText.named(one);
    }

    private void organization(JsonNode value, int levels) {
        if (levels == 0) {
            return;
        }
        if (value.isArray()) {
            value.forEach(each -> organization(each, levels - 1));
        } else if (!value.isObject() || !nested("hiringOrganization.", value)) {
            add(PostingField.ORGANIZATION_NAME, value, JsonText.of(value));
        }
    }

    private void contacts(JsonNode value, int levels) {
        if (levels == 0) {
            return;
        }
        if (value.isArray()) {
            value.forEach(each -> contacts(each, levels - 1));
        } else if (value.isObject()) {
            boolean known = nested("applicationContact.", value);
            for (Map.Entry<String, JsonNode> property : value.properties()) {
                String name = property.getKey();
                String said = JsonText.of(property.getValue());
                boolean other = !name.startsWith("@")
                        && PostingField.ofWireName("applicationContact." + name).isEmpty();
                if (other
                        && !said.isBlank()
                        && (!known || (mayReach(name) && CONTACT.matcher(said).matches()))) {
                    add(contactField(said), property.getValue(), said);
                }
            }
            if (!known && JsonText.of(value).isBlank() && JsonText.holdsAnything(value)) {
                unread.add(PostingField.CONTACT_TELEPHONE.wireName());
            }
        } else {
            String contact = JsonText.of(value);
            add(contactField(contact), value, contact);
        }
    }

    private static boolean mayReach(String name) {
        return !bare(name).contains("fax");
    }

    /** The field for a contact that came as plain text. */
    private static PostingField contactField(String contact) {
        if (contact.startsWith("http://") || contact.startsWith("https://")) {
            return PostingField.CONTACT_URL;
        }
        return MAIL_ADDRESS.matcher(contact).matches() ? PostingField.CONTACT_EMAIL : PostingField.CONTACT_TELEPHONE;
    }

    private void places(JsonNode value, int levels) {
        if (levels == 0) {
            return;
        }
        if (value.isArray()) {
            value.forEach(each -> places(each, levels - 1));
        } else if (value.isObject() && JsonText.holdsAnything(value.path("address"))) {
            places(value.get("address"), levels - 1);
        } else if (value.isObject() && value.properties().stream().anyMatch(part -> isPartOfPlace(part.getKey()))) {
            for (Map.Entry<String, JsonNode> part : value.properties()) {
                PostingField field = PARTS_OF_PLACE.get(bare(part.getKey()));
                if (field != null) {
                    add(field, part.getValue(), JsonText.named(part.getValue()));
                } else if (!part.getKey().startsWith("@")) {
                    unknownFields++;
                }
            }
        } else {
            add(PostingField.ADDRESS_LOCALITY, value, JsonText.named(value));
        }
    }

    private static boolean isPartOfPlace(String name) {
        return PARTS_OF_PLACE.containsKey(bare(name));
    }

    /** Answers whether any property was known. */
    private boolean nested(String prefix, JsonNode object) {
        boolean known = false;
        for (Map.Entry<String, JsonNode> property : object.properties()) {
            if (property.getKey().startsWith("@")) {
                continue;
            }
            Optional<PostingField> field = PostingField.ofWireName(prefix + property.getKey());
            if (field.isPresent()) {
                known = true;
                add(field.get(), property.getValue(), textOf(field.get(), property.getValue()));
            } else {
                unknownFields++;
            }
        }
        return known;
    }

    /** Adds a line to a field that may occur several times, for several places or contacts. */
    private void add(PostingField field, JsonNode value, String text) {
        if (!text.isBlank()) {
            texts.computeIfAbsent(field, added -> new LinkedHashSet<>()).add(text);
        } else if (JsonText.holdsAnything(value)) {
            unread.add(field.wireName());
        }
    }

    private void put(PostingField field, JsonNode value, String text) {
        texts.remove(field);
        add(field, value, text);
    }
}
