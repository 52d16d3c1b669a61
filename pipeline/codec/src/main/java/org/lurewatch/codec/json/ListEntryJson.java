package org.lurewatch.codec.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lurewatch.detection.lists.ListEntry;
import org.lurewatch.detection.lists.ListName;
import org.lurewatch.detection.lists.ListedKind;
import org.lurewatch.detection.posting.RejectReason;
import org.lurewatch.detection.posting.UnusablePostingException;
import org.lurewatch.intake.json.JsonFields;
import org.lurewatch.intake.json.JsonTree;

/**
 * An entry of an allow or block list as one JSON object: {@code list} (allow or block), {@code kind} (employer, domain or
 * handle), {@code value}, {@code reason}, {@code author}, {@code since}, {@code until}. Safe to share between threads.
 */
public final class ListEntryJson {
    private static final int MOST_BYTES = 32 << 10;

    private static final JsonFactory FACTORY =
            new JsonFactoryBuilder().characterEscapes(new TerminalSafeEscapes()).build();

    private final JsonTree tree = JsonFields.parser(MOST_BYTES);

    /**
     * Reads an entry from UTF-8 bytes.
     *
     * @param now since when it holds, where it does not say
     * @throws UnusablePostingException with the reason, where it is none
     */
    public ListEntry read(byte[] json, Instant now) {
        JsonFields fields = JsonFields.of(tree, json, "an entry of a list");
        return ListEntry.of(
                ListedKind.ofWord(text(fields, "kind")).orElseThrow(() -> wrong("kind is employer, domain or handle")),
                text(fields, "value"),
                list(text(fields, "list")),
                text(fields, "reason"),
                text(fields, "author"),
                time(fields, "since").orElse(now),
                time(fields, "until"));
    }

    /** The line of an entry, without a line break at the end. */
    public static String line(ListEntry entry) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("list", entry.list().word());
            json.writeStringField("kind", entry.kind().word());
            json.writeStringField("value", entry.value());
            json.writeStringField("reason", entry.reason());
            json.writeStringField("author", entry.author());
            json.writeStringField("since", entry.since().toString());
            json.writeStringField("until", entry.until().map(Instant::toString).orElse(null));
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be written", e);
        }
        return line.toString();
    }

    private static ListName list(String word) {
        for (ListName list : ListName.values()) {
            if (list.word().equalsIgnoreCase(word.strip())) {
                return list;
            }
        }
        throw wrong("list is allow or block");
    }

    private static String text(JsonFields fields, String name) {
        @Nullable String text = fields.text(name);
        return text == null ? "" : text;
    }

    private static Optional<Instant> time(JsonFields fields, String name) {
        return Optional.ofNullable(fields.time(name));
    }

    private static UnusablePostingException wrong(String message) {
        return new UnusablePostingException(RejectReason.WRONG_TYPE, message);
    }
}
