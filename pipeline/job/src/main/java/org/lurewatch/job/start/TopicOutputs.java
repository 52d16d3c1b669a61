package org.lurewatch.job.start;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecordBase;
import org.lurewatch.codec.ValueFormat;
import org.lurewatch.codec.registry.RegistryAddress;
import org.lurewatch.job.config.JobConfig;
import org.lurewatch.job.config.OutputConfig;
import org.lurewatch.job.config.TopicFormat;
import org.lurewatch.job.config.TopicsConfig;
import org.lurewatch.job.operators.TopicOutput;
import org.lurewatch.schemas.Campaign;
import org.lurewatch.schemas.ControlStatus;
import org.lurewatch.schemas.RejectedPosting;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.ShadowScore;
import org.lurewatch.schemas.Trend;

/** How the job writes to each topic. */
final class TopicOutputs {
    private final JobConfig config;
    private final TopicsConfig topics;
    private final OutputConfig formats;
    private final RegistryAddress registry;
    private final String sender;

    TopicOutputs(JobConfig config) {
        this.config = config;
        this.topics = config.kafka().topics();
        this.formats = config.output();
        this.registry = Registries.address(config).orElse(null);
        this.sender = "/lurewatch/" + URLEncoder.encode(config.kafka().groupId(), StandardCharsets.UTF_8);
    }

    TopicOutput warnings() {
        return output(topics.warnings(), formats.warnings());
    }

    TopicOutput rejects() {
        return output(topics.rejects(), formats.rejects());
    }

    TopicOutput campaigns() {
        return output(topics.campaigns(), formats.campaigns());
    }

    TopicOutput trends() {
        return output(topics.trends(), formats.trends());
    }

    TopicOutput controlStatus() {
        return output(topics.controlStatus(), formats.controlStatus());
    }

    TopicOutput shadowScores() {
        return output(topics.shadowScores(), formats.shadowScores());
    }

    /** The job reads them itself, and people write them too. */
    TopicOutput commands() {
        return output(topics.control(), TopicFormat.AVRO);
    }

    /** The outputs whose schemas must lie in the registry, with the types that they carry. */
    Map<TopicOutput, Class<? extends SpecificRecordBase>> registered() {
        Map<TopicOutput, Class<? extends SpecificRecordBase>> all = new LinkedHashMap<>();
        all.put(warnings(), ScamWarning.class);
        all.put(rejects(), RejectedPosting.class);
        if (config.campaigns().enabled()) {
            all.put(campaigns(), Campaign.class);
        }
        if (config.trends().enabled()) {
            all.put(trends(), Trend.class);
        }
        if (config.control().enabled()) {
            all.put(controlStatus(), ControlStatus.class);
            all.put(shadowScores(), ShadowScore.class);
        }
        all.keySet().removeIf(output -> output.format() != ValueFormat.CONFLUENT);
        return all;
    }

    private TopicOutput output(String topic, TopicFormat format) {
        return new TopicOutput(topic, ValueFormat.valueOf(format.name()), registry, sender);
    }
}
