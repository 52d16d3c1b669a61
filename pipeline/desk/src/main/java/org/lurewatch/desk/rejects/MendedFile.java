package org.lurewatch.desk.rejects;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lurewatch.codec.ByteArrays;
import org.lurewatch.codec.PostingDecoder;
import org.lurewatch.desk.DeskException;
import org.lurewatch.detection.posting.UnusablePostingException;

/**
 * Reads values that a person has mended: JSON lines with {@code topic}, {@code partition}, {@code offset} and either
 * {@code value}, a text, or {@code valueBase64}. Other properties are ignored, so that lines of {@code rejects list
 * --json} can be mended and given back.
 */
public final class MendedFile {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int MOST_PROBLEMS = 20;

    private final PostingDecoder decoder;
    private final Map<RejectPlace, byte[]> values = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    private MendedFile(PostingDecoder decoder) {
        this.decoder = decoder;
    }

    /**
     * The mended values by the place of their reject.
     *
     * @throws DeskException with every problem, where one is no posting that can be assessed; and where there is none
     */
    public static Map<RejectPlace, byte[]> read(Path file, PostingDecoder decoder) {
        MendedFile mended = new MendedFile(decoder);
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    mended.add(line, number);
                }
            }
        } catch (NoSuchFileException e) {
            throw new DeskException("there is no file " + file, e);
        } catch (IOException e) {
            throw new DeskException("the mended records in " + file + " cannot be read: " + e.getMessage(), e);
        }
        mended.requireSound(file);
        if (mended.values.isEmpty()) {
            throw new DeskException("there is nothing in " + file);
        }
        return mended.values;
    }

    private void add(String line, int number) {
        try {
            JsonNode root = MAPPER.readTree(line);
            RejectPlace place = place(root);
            byte[] value = value(root);
            decoder.decode(value);
            if (values.put(place, value) != null) {
                problems.add("line " + number + ": " + place + " was mended before");
            }
        } catch (JsonProcessingException e) {
            problems.add("line " + number + ": not valid JSON");
        } catch (UnusablePostingException e) {
            problems.add("line " + number + ": " + e.reason() + ", " + e.getMessage());
        } catch (IllegalArgumentException e) {
            problems.add("line " + number + ": " + e.getMessage());
        }
    }

    private static RejectPlace place(JsonNode root) {
        JsonNode topic = root.path("topic");
        JsonNode partition = root.path("partition");
        JsonNode offset = root.path("offset");
        if (!topic.isTextual() || !partition.canConvertToInt() || !offset.canConvertToLong()) {
            throw new IllegalArgumentException("it needs topic, partition and offset of the record that was rejected");
        }
        return new RejectPlace(topic.textValue(), partition.intValue(), offset.longValue());
    }

    private static byte[] value(JsonNode root) {
        JsonNode text = root.path("value");
        JsonNode base64 = root.path("valueBase64");
        if (text.isTextual() == base64.isTextual()) {
            throw new IllegalArgumentException("it needs either value, a text, or valueBase64");
        }
        return text.isTextual() ? utf8(text.textValue()) : base64(base64.textValue());
    }

    private static byte[] utf8(String text) {
        try {
            return ByteArrays.of(StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text)));
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("value holds half of a character", e);
        }
    }

    private static byte[] base64(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("valueBase64 is not valid Base64", e);
        }
    }

    private void requireSound(Path file) {
        if (problems.isEmpty()) {
            return;
        }
        List<String> lines = new ArrayList<>();
        lines.add("nothing was sent, for " + file + " holds what could not be assessed:");
        problems.stream().limit(MOST_PROBLEMS).map(problem -> "  " + problem).forEach(lines::add);
        if (problems.size() > MOST_PROBLEMS) {
            lines.add("  and " + (problems.size() - MOST_PROBLEMS) + " more");
        }
        throw new DeskException(String.join("\n", lines));
    }
}
