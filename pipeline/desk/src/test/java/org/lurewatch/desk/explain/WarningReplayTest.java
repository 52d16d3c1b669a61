package org.lurewatch.desk.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lurewatch.codec.PostingDecoder;
import org.lurewatch.codec.examples.ExampleWarnings;
import org.lurewatch.codec.examples.TestingDetector;
import org.lurewatch.desk.DeskException;
import org.lurewatch.desk.control.PublishedBundle;
import org.lurewatch.detection.assess.BundleVersion;
import org.lurewatch.detection.assess.PolicyChoice;
import org.lurewatch.detection.bundle.BundleLoader;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.schemas.Flip;
import org.lurewatch.schemas.ScamWarning;
import org.lurewatch.schemas.Verdict;
import org.lurewatch.schemas.WriterSchemas;

class WarningReplayTest {
    private static final String LURE =
            "{\"identifier\": \"1\", \"source\": \"board\", \"description\": \"pay a deposit\"}";

    private static final PublishedBundle ELSEWHERE = new PublishedBundle(Optional.empty(), "it is elsewhere");

    private PolicyChoice choice;
    private final WarningReplay replay = new WarningReplay(
            (bundle, chosen) -> {
                choice = chosen;
                return new TestingDetector();
            },
            new PostingDecoder(PostingLimits.DEFAULT, WriterSchemas.known()));

    @Test
    void theSameScoreAndVerdictAreFoundWithTheWarningsOwnBaseRate() {
        assertTrue(replay(ExampleWarnings.warning(), LURE).same());
        assertEquals(PolicyChoice.DEFAULT.withBaseRate(0.5), choice);
    }

    @Test
    void aWarningIsReplayedByThePolicyThatDecided() {
        ScamWarning warning = ExampleWarnings.warning();
        warning.getBundle().setPolicy("campaign");
        warning.getBundle().setAlarmsPer1000(2.5);
        assertTrue(replay(warning, LURE).same());
        assertEquals(new PolicyChoice("campaign", OptionalDouble.of(0.5), OptionalDouble.of(2.5)), choice);
    }

    @Test
    void theLastBitOfTheScoreTells() {
        ScamWarning warning = ExampleWarnings.warning();
        warning.setOwnScore(Math.nextUp(0.9));

        WarningReplay.Result result = replay(warning, LURE);

        assertFalse(result.same());
        assertFalse(result.sameScore());
    }

    @Test
    void anotherVerdictTells() {
        ScamWarning warning = ExampleWarnings.warning();
        warning.setVerdict(Verdict.UNSURE);

        assertFalse(replay(warning, LURE).same());
    }

    @Test
    void whatACampaignAddedIsNotHeldAgainstTheReplay() {
        ScamWarning raised = ExampleWarnings.warning();
        raised.setOwnScore(0.0);
        raised.setFlip(new Flip(Verdict.NO_SIGN_FOUND, 0));

        WarningReplay.Result result = replay(raised, LURE.replace("deposit", "visit"));

        assertTrue(result.same(), result::toString);
        assertEquals(Optional.empty(), result.verdicts());
    }

    @Test
    void whatCannotBeReplayedSaysWhy() {
        assertFailure("holds another posting, board/2", ExampleWarnings.warning(), LURE.replace("\"1\"", "\"2\""));
        assertFailure("holds no posting (MALFORMED_JSON)", ExampleWarnings.warning(), "{");
        ScamWarning ofAnotherBundle = ExampleWarnings.warning();
        ofAnotherBundle.getBundle().setDigest("ffff");
        assertFailure("name the right one with --bundle DIR; it is elsewhere", ofAnotherBundle, LURE);
        ScamWarning old = ExampleWarnings.warning();
        old.setRecord(null);
        assertThrows(DeskException.class, () -> WarningReplay.position(old));
    }

    @Test
    void aWarningOfAnotherVersionSaysThatItCannotBeReplayed(@TempDir Path bundle) throws IOException {
        Files.writeString(
                bundle.resolve(BundleLoader.MANIFEST), "{\"format\": 1, \"version\": \"old\", \"features\": 2}");
        String digest = BundleLoader.identify(bundle).digest();
        ScamWarning warning = ExampleWarnings.warning();
        WarningReplay.requireVersion(warning, bundle);
        warning.getBundle().setDigest(digest);

        assertEquals(
                "the warning cannot be replayed: bundle old (digest " + digest + "), which decided it, has format 1 and"
                        + " feature version 2, but this version of Lurewatch needs format "
                        + BundleVersion.CURRENT.format() + " and feature version " + BundleVersion.CURRENT.features(),
                assertThrows(DeskException.class, () -> WarningReplay.requireVersion(warning, bundle))
                        .getMessage());
    }

    private WarningReplay.Result replay(ScamWarning warning, String posting) {
        byte[] value = posting.getBytes(StandardCharsets.UTF_8);
        return replay.replay(
                warning, new ConsumerRecord<>("postings", 0, 0, null, value), Path.of("bundle"), ELSEWHERE);
    }

    private void assertFailure(String said, ScamWarning warning, String posting) {
        String message = assertThrows(DeskException.class, () -> replay(warning, posting))
                .getMessage();
        assertTrue(message.contains(said), message);
    }
}
