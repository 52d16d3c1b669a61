package org.lurewatch.intake.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.detection.posting.UnusablePostingException;

/** Puts one posting together, property by property. */
final class PostingAssembler {
    private static final Set<String> ADDRESS_PROPERTIES = Set.of("addressCountry", "addressRegion", "addressLocality");

    private static final Pattern MAIL_ADDRESS = Pattern.compile("[^\\s@]+@[^\\s@]+");

    private final PostingLimits limits;
    private final Map<PostingField, Set<String>> texts = new EnumMap<>(PostingField.class);
    private String identifier = "";
    private String source = "";
    private Instant datePosted;
    private Instant scrapedAt;
    private int unknownFields;

    PostingAssembler(PostingLimits limits) {
        this.limits = limits;
    }

    DecodedPosting assemble() {
        Map<PostingField, String> joined = new EnumMap<>(PostingField.class);
        texts.forEach((field, lines) -> joined.put(field, limited(field.wireName(), String.join("\n", lines))));
        return new DecodedPosting(new JobPosting(identifier, source, joined, datePosted, scrapedAt), unknownFields);
    }

    void accept(String name, JsonNode value) {
        switch (name) {
            case "identifier" -> identifier = identifier(value);
            case "source" -> source = limited(name, JsonText.of(name, value));
            case "datePosted" -> datePosted = PostingDates.of(name, value);
            case "scrapedAt" -> scrapedAt = PostingDates.of(name, value);
            case "validThrough" -> {
                // Part of the format, but no decision depends on it.
            }
            case "baseSalary" -> put(PostingField.BASE_SALARY, SalaryText.of(value));
            case "hiringOrganization" -> organization(value);
            case "jobLocation" -> places(value);
            case "applicationContact" -> contacts(value);
            default -> text(name, value);
        }
    }

    private void text(String name, JsonNode value) {
        if (name.startsWith("@")) {
            return;
        }
        Optional<PostingField> field = PostingField.ofWireName(name);
        if (field.isPresent()) {
            put(field.get(), JsonText.of(name, value));
        } else {
            unknownFields++;
        }
    }

    private String identifier(JsonNode value) {
        JsonNode first = value.isArray() && !value.isEmpty() ? value.get(0) : value;
        return limited("identifier", JsonText.of("identifier", first));
    }

    private void organization(JsonNode value) {
        JsonNode organization = value.isArray() && !value.isEmpty() ? value.get(0) : value;
        if (organization.isObject()) {
            nested("hiringOrganization.", organization);
        } else {
            put(PostingField.ORGANIZATION_NAME, JsonText.of("hiringOrganization", organization));
        }
    }

    private void contacts(JsonNode value) {
        if (value.isArray()) {
            value.forEach(this::contacts);
        } else if (value.isObject()) {
            nested("applicationContact.", value);
        } else {
            String contact = JsonText.of("applicationContact", value);
            add(contactField(contact), contact);
        }
    }

    /** The field for a contact that came as plain text. */
    private static PostingField contactField(String contact) {
        if (contact.startsWith("http://") || contact.startsWith("https://")) {
            return PostingField.CONTACT_URL;
        }
        return MAIL_ADDRESS.matcher(contact).matches() ? PostingField.CONTACT_EMAIL : PostingField.CONTACT_TELEPHONE;
    }

    private void places(JsonNode value) {
        if (value.isArray()) {
            value.forEach(this::places);
        } else if (!value.isObject()) {
            add(PostingField.ADDRESS_LOCALITY, JsonText.of("jobLocation", value));
        } else if (value.has("address")) {
            places(value.get("address"));
        } else if (ADDRESS_PROPERTIES.stream().anyMatch(value::has)) {
            nested("jobLocation.address.", value);
        } else {
            add(PostingField.ADDRESS_LOCALITY, JsonText.of("jobLocation", value));
        }
    }

    private void nested(String prefix, JsonNode object) {
        for (Map.Entry<String, JsonNode> property : object.properties()) {
            if (property.getKey().startsWith("@")) {
                continue;
            }
            String name = prefix + property.getKey();
            Optional<PostingField> field = PostingField.ofWireName(name);
            if (field.isPresent()) {
                add(field.get(), JsonText.of(name, property.getValue()));
            } else {
                unknownFields++;
            }
        }
    }

    /** Adds a line to a field that may occur several times, for several places or contacts. */
    private void add(PostingField field, String text) {
        if (!text.isBlank()) {
            texts.computeIfAbsent(field, added -> new LinkedHashSet<>()).add(text);
        }
    }

    private void put(PostingField field, String text) {
        texts.remove(field);
        add(field, text);
    }

    private String limited(String name, String text) {
        if (text.length() > limits.maxFieldChars()) {
            throw new UnusablePostingException(
                    RejectReason.FIELD_TOO_LONG, name + " is longer than " + limits.maxFieldChars() + " characters");
        }
        return text;
    }
}
