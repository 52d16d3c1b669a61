package org.lurewatch.web.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.lurewatch.codec.json.AssessmentJson;
import org.lurewatch.detection.assess.Assessment;
import org.lurewatch.detection.assess.BundleId;
import org.lurewatch.detection.assess.PolicyChoice;
import org.lurewatch.detection.assess.Thresholds;
import org.lurewatch.detection.posting.JobPosting;

/** Writes what a request is answered: what {@code screen} prints, and members of the API behind it. */
final class AnswerJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final AssessSettings settings;
    private final BundleId bundle;

    AnswerJson(AssessSettings settings, BundleId bundle) {
        this.settings = Objects.requireNonNull(settings);
        this.bundle = Objects.requireNonNull(bundle);
    }

    /** An answer to a request for one posting. */
    String one(ItemOutcome outcome, AssessOptions options) {
        return line(outcome, options, json -> {});
    }

    /** One of several answers. */
    String item(int index, String place, ItemOutcome outcome, AssessOptions options) {
        return line(outcome, options, json -> {
            json.writeNumberField("index", index);
            json.writeStringField("place", place);
        });
    }

    /** A list of texts. */
    static String texts(List<String> texts) {
        StringWriter list = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(list)) {
            json.writeStartArray();
            for (String text : texts) {
                json.writeString(text);
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be written", e);
        }
        return list.toString();
    }

    /** Which program and which bundle answer. */
    static String version(String program, BundleId bundle) {
        StringWriter object = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(object)) {
            json.writeStartObject();
            json.writeStringField("version", program);
            bundle(bundle, json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be written", e);
        }
        return object.toString();
    }

    private static void bundle(BundleId bundle, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("bundle");
        json.writeStringField("version", bundle.version());
        json.writeStringField("digest", bundle.digest());
        json.writeEndObject();
    }

    private String line(ItemOutcome outcome, AssessOptions options, AssessmentJson.MoreMembers where) {
        if (outcome instanceof ItemOutcome.Assessed assessed) {
            return assessed(assessed, options, where);
        }
        StringWriter line = new StringWriter(256);
        try (JsonGenerator json = FACTORY.createGenerator(line)) {
            json.writeStartObject();
            if (outcome instanceof ItemOutcome.Unusable unusable) {
                json.writeObjectFieldStart("error");
                json.writeStringField("reason", unusable.reason().name());
                json.writeStringField("detail", unusable.detail());
                json.writeEndObject();
            } else {
                late(((ItemOutcome.Late) outcome).posting(), json);
            }
            where.writeTo(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be written", e);
        }
        return line.toString();
    }

    private String assessed(ItemOutcome.Assessed assessed, AssessOptions options, AssessmentJson.MoreMembers where) {
        Assessment assessment = options.explain().of(assessed.assessment());
        return AssessmentJson.line(assessment, assessed.campaignId(), json -> {
            policy(assessment, json);
            if (assessed.memoryFailed()) {
                json.writeBooleanField("degraded", true);
                json.writeStringField("degradedBy", "memory");
            }
            json.writeStringField("howToDispute", settings.howToDispute());
            where.writeTo(json);
        });
    }

    private static void policy(Assessment assessment, JsonGenerator json) throws IOException {
        PolicyChoice choice = assessment.policy();
        Thresholds lines = assessment.thresholds();
        json.writeObjectFieldStart("policy");
        json.writeStringField("name", choice.policy());
        json.writeNumberField("baseRate", lines.baseRate());
        OptionalDouble alarms = choice.alarmsPer1000();
        if (alarms.isPresent()) {
            json.writeNumberField("alarmsPer1000", alarms.getAsDouble());
        } else {
            json.writeNullField("alarmsPer1000");
        }
        json.writeNumberField("unsure", lines.unsure());
        if (Double.isFinite(lines.likely())) {
            json.writeNumberField("likely", lines.likely());
        } else {
            json.writeNullField("likely");
        }
        json.writeEndObject();
    }

    /** The members of an assessment, as far as they are known without one. */
    private void late(JobPosting posting, JsonGenerator json) throws IOException {
        json.writeStringField("postingId", posting.identifier());
        json.writeStringField("source", posting.source());
        json.writeNullField("score");
        json.writeStringField(
                "verdict", settings.late().verdict().map(Enum::name).orElse(null));
        json.writeNullField("scamType");
        json.writeNullField("otherScamType");
        json.writeNullField("campaignId");
        json.writeArrayFieldStart("evidence");
        json.writeEndArray();
        json.writeNullField("flip");
        json.writeNullField("language");
        json.writeBooleanField("languageMeasured", false);
        bundle(bundle, json);
        json.writeNullField("policy");
        json.writeBooleanField("degraded", true);
        json.writeStringField("degradedBy", "deadline");
        json.writeStringField("degradedPolicy", settings.late().code());
        json.writeStringField("howToDispute", settings.howToDispute());
    }
}
