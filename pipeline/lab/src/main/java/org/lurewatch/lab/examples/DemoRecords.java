package org.lurewatch.lab.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.lurewatch.codec.AvroPostings;
import org.lurewatch.detection.posting.JobPosting;
import org.lurewatch.intake.json.PostingJson;
import org.lurewatch.intake.labels.LabelledPosting;
import org.lurewatch.lab.LabException;
import org.lurewatch.schemas.SingleObjectEncoding;
import org.lurewatch.schemas.WriterSchemas;

/**
 * What the demo replays: the written examples set aside for it, which no model was trained on, a campaign, and broken
 * records.
 */
public final class DemoRecords {
    /** Marks the examples for the demo. */
    private static final String SET = "demo";

    private static final long ORDER_SEED = 7;

    private final SingleObjectEncoding<org.lurewatch.schemas.JobPosting> avro =
            SingleObjectEncoding.of(org.lurewatch.schemas.JobPosting.class, WriterSchemas.known());

    private DemoRecords() {}

    /** The records in a mixed order that is always the same, Avro and JSON in turn, broken ones between good ones. */
    public static List<DemoRecord> read(Path folder) {
        return new DemoRecords().mixed(examples(folder));
    }

    private List<DemoRecord> mixed(List<LabelledPosting> examples) {
        Collections.shuffle(examples, new Random(ORDER_SEED));
        spread(WrittenExamples.campaign(), examples);
        List<byte[]> malformed = new ArrayList<>(MalformedRecords.byReason().values());
        int distance = Math.max(1, examples.size() / (malformed.size() + 1));
        List<DemoRecord> records = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            records.add(record(examples.get(i), i % 2 == 0));
            if ((i + 1) % distance == 0 && !malformed.isEmpty()) {
                records.add(new DemoRecord("broken", malformed.remove(0), Optional.empty()));
            }
        }
        return records;
    }

    /** Puts the adverts of one campaign among the others, far from each other and in their own order. */
    private static void spread(List<LabelledPosting> campaign, List<LabelledPosting> examples) {
        int distance = examples.size() / (campaign.size() + 1);
        for (int i = campaign.size(); i > 0; i--) {
            examples.add(i * distance, campaign.get(i - 1));
        }
    }

    private DemoRecord record(LabelledPosting example, boolean asAvro) {
        JobPosting posting = example.posting();
        byte[] bytes = asAvro
                ? avro.encode(AvroPostings.toAvro(posting))
                : PostingJson.line(posting).getBytes(UTF_8);
        return new DemoRecord(posting.key(), bytes, Optional.of(example));
    }

    private static List<LabelledPosting> examples(Path folder) {
        List<LabelledPosting> examples = new ArrayList<>(WrittenExamples.read(folder).stream()
                .filter(example -> example.set().equals(SET))
                .toList());
        if (examples.isEmpty()) {
            throw new LabException("there are no examples for the demo in " + folder);
        }
        return examples;
    }
}
