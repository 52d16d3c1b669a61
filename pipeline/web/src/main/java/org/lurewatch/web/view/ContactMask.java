package org.lurewatch.web.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.lurewatch.detection.facts.FactsReader;
import org.lurewatch.detection.facts.Placed;
import org.lurewatch.detection.facts.contact.Contact;
import org.lurewatch.detection.posting.PostingField;
import org.lurewatch.detection.text.ComparableText;
import org.lurewatch.detection.text.TextChain;

/**
 * Hides contact details in what is shown: whoever reads a warning need not be led to those whom it warns of. It rather hides
 * too much. Whatever has something hidden is marked with {@code "hidden": true}.
 */
public final class ContactMask {
    /** Stands for a contact. */
    public static final String MASK = "•••";

    private static final String HIDDEN = "hidden";
    private static final String SIGNALS_OF_CONTACTS = "contact.";
    private static final Set<String> SLOTS_OF_CONTACTS = Set.of("phone", "handle", "other", "number", "name");

    /** Mailboxes, names with an at sign, links, hosts, and figures that are long enough for a telephone number. */
    private static final Pattern CONTACT = Pattern.compile("[\\p{L}\\p{N}._%+-]{1,64}[@＠][\\p{L}\\p{N}.-]{1,100}"
            + "|[@＠][\\p{L}\\p{N}_.]{3,64}"
            + "|(?i:https?://|www\\.)\\S{1,500}"
            + "|[\\p{L}\\p{N}-]{2,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){0,4}\\.\\p{L}{2,24}(?:/\\S{0,500})?"
            + "|[+＋]\\p{Nd}[\\p{Nd}\\s().-]{6,30}"
            + "|\\p{Nd}{8,30}");

    private ContactMask() {}

    /** A warning or campaign, as JSON, without contact details. The given one stays as it is. */
    public static ObjectNode hide(ObjectNode record) {
        ObjectNode hidden = record.deepCopy();
        for (JsonNode each : hidden.path("evidence")) {
            hideInEvidence((ObjectNode) each);
        }
        boolean something = hideHandles(hidden) | hideText(hidden, "template") | hideText(hidden, "note");
        for (JsonNode slot : hidden.path("slots")) {
            something |= hideInSlot((ObjectNode) slot);
        }
        if (something) {
            hidden.put(HIDDEN, true);
        }
        return hidden;
    }

    private static void hideInEvidence(ObjectNode evidence) {
        boolean isContact = evidence.path("signal").asText().startsWith(SIGNALS_OF_CONTACTS)
                || PostingField.ofWireName(evidence.path("field").asText())
                        .filter(field -> field.kind() == PostingField.Kind.CONTACT)
                        .isPresent();
        boolean something;
        if (isContact) {
            something = hideAll(evidence, "quote") | hideAll(evidence, "phrase");
        } else {
            something = hideText(evidence, "quote") | hideText(evidence, "phrase");
        }
        if (something) {
            evidence.put(HIDDEN, true);
        }
    }

    private static boolean hideInSlot(ObjectNode slot) {
        boolean isContact = SLOTS_OF_CONTACTS.contains(slot.path("kind").asText());
        boolean something = false;
        ArrayNode examples = slot.withArray("examples");
        for (int i = 0; i < examples.size(); i++) {
            String example = examples.get(i).asText();
            String shown = isContact ? MASK : hide(example);
            something |= !shown.equals(example);
            examples.set(i, TextNode.valueOf(shown));
        }
        return something;
    }

    /** The kind of a handle stays. */
    private static boolean hideHandles(ObjectNode campaign) {
        JsonNode handles = campaign.path("handles");
        for (int i = 0; i < handles.size(); i++) {
            String handle = handles.get(i).asText();
            ((ArrayNode) handles)
                    .set(i, TextNode.valueOf(handle.substring(0, Math.max(0, handle.indexOf(':') + 1)) + MASK));
        }
        return !handles.isEmpty();
    }

    private static boolean hideAll(ObjectNode object, String member) {
        if (object.path(member).asText().isEmpty()) {
            return false;
        }
        object.put(member, MASK);
        return true;
    }

    private static boolean hideText(ObjectNode object, String member) {
        if (!object.path(member).isTextual()) {
            return false;
        }
        String text = object.path(member).textValue();
        String shown = hide(text);
        object.put(member, shown);
        return !shown.equals(text);
    }

    /** A text of an advert without contact details. */
    public static String hide(String text) {
        if (text.isEmpty()) {
            return text;
        }
        ComparableText comparable = TextChain.comparable(text);
        StringBuilder shown = new StringBuilder(text);
        // From the end, so that what is left of the text keeps its place.
        FactsReader.read(Map.of(PostingField.DESCRIPTION, comparable), null).contacts().stream()
                .map(Placed::fact)
                .filter(Contact::hasHandle)
                .sorted((one, other) -> Integer.compare(other.start(), one.start()))
                .forEach(contact ->
                        shown.replace(comparable.rawStart(contact.start()), comparable.rawEnd(contact.end()), MASK));
        return CONTACT.matcher(shown).replaceAll(MASK);
    }
}
