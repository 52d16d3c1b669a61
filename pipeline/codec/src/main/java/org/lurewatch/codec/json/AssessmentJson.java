package org.lurewatch.codec.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.lurewatch.detection.assess.Assessment;
import org.lurewatch.detection.assess.Evidence;
import org.lurewatch.detection.assess.Flip;
import org.lurewatch.detection.assess.ScamType;
import org.lurewatch.detection.posting.IntakeNotes;

/**
 * Writes an assessment as one line of JSON, always with the same properties in the same order (notes on how the posting
 * was taken in, and the verdict without lists, only where there is anything to say) and with numbers in their
 * shortest form that reads back to the same bits. Characters that could deceive a terminal (control, bidirectional and
 * other format characters) are written as escapes, which any JSON reader decodes.
 */
public final class AssessmentJson {
    private static final JsonFactory FACTORY =
            new JsonFactoryBuilder().characterEscapes(new TerminalSafeEscapes()).build();

    private AssessmentJson() {}

    /** Writes members that follow those of an assessment. */
    @FunctionalInterface
    public interface MoreMembers {
        /** Writes them into the object that is open. */
        void writeTo(JsonGenerator json) throws IOException;
    }

    /** The line, without a line break at the end. */
    public static String line(Assessment assessment) {
        return line(assessment, Optional.empty(), json -> {});
    }

    /**
     * The line with what else is known.
     *
     * @param campaignId the campaign that the posting belongs to
     */
    public static String line(Assessment assessment, Optional<String> campaignId, MoreMembers more) {
        StringWriter line = new StringWriter(512);
        try (JsonGenerator json = FACTORY.createGenerator(line)) {
            json.writeStartObject();
            write(assessment, campaignId, json);
            more.writeTo(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be written", e);
        }
        return line.toString();
    }

    private static void write(Assessment assessment, Optional<String> campaignId, JsonGenerator json)
            throws IOException {
        json.writeStringField("postingId", assessment.postingId());
        json.writeStringField("source", assessment.source());
        json.writeNumberField("score", assessment.score());
        json.writeStringField("verdict", assessment.verdict().name());
        json.writeStringField(
                "scamType", assessment.scamType().map(ScamType::code).orElse(null));
        json.writeStringField(
                "otherScamType", assessment.otherScamType().map(ScamType::code).orElse(null));
        json.writeStringField("campaignId", campaignId.orElse(null));
        json.writeArrayFieldStart("evidence");
        for (Evidence evidence : assessment.evidence()) {
            write(evidence, json);
        }
        json.writeEndArray();
        writeFlip(assessment.flip(), json);
        if (assessment.asksQuestions()) {
            json.writeArrayFieldStart("questions");
            for (String question : assessment.questions()) {
                json.writeString(question);
            }
            json.writeEndArray();
        }
        json.writeStringField("language", assessment.language().code().orElse(null));
        json.writeBooleanField("languageMeasured", assessment.language().measured());
        if (assessment.unlisted().isPresent()) {
            json.writeStringField("modelVerdict", assessment.modelVerdict().name());
        }
        write(assessment.notes(), json);
        json.writeObjectFieldStart("bundle");
        json.writeStringField("version", assessment.bundle().version());
        json.writeStringField("digest", assessment.bundle().digest());
        json.writeEndObject();
    }

    /** Only what there is to say: of most postings there is nothing. */
    private static void write(IntakeNotes notes, JsonGenerator json) throws IOException {
        if (!notes.identifierFrom().isEmpty()) {
            json.writeStringField("identifierFrom", notes.identifierFrom());
        }
        if (!notes.truncatedFields().isEmpty()) {
            json.writeArrayFieldStart("truncatedFields");
            for (String field : notes.truncatedFields()) {
                json.writeString(field);
            }
            json.writeEndArray();
        }
        if (notes.textDamaged()) {
            json.writeBooleanField("textDamaged", true);
        }
    }

    private static void writeFlip(Optional<Flip> flip, JsonGenerator json) throws IOException {
        if (flip.isEmpty()) {
            json.writeNullField("flip");
            return;
        }
        json.writeObjectFieldStart("flip");
        json.writeStringField("verdict", flip.get().verdict().name());
        json.writeNumberField("unlisted", flip.get().unlisted());
        json.writeEndObject();
    }

    private static void write(Evidence evidence, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("signal", evidence.signal());
        json.writeStringField("indicator", evidence.indicator());
        json.writeStringField("source", evidence.source());
        json.writeStringField("field", evidence.field().wireName());
        json.writeNumberField("start", evidence.start());
        json.writeNumberField("end", evidence.end());
        json.writeStringField("quote", evidence.quote());
        json.writeStringField("phrase", evidence.phrase());
        json.writeStringField("language", evidence.language());
        json.writeNumberField("edits", evidence.edits());
        json.writeNumberField("contribution", evidence.contribution());
        json.writeBooleanField("decisive", evidence.decisive());
        json.writeEndObject();
    }
}
