package org.lurewatch.desk.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lurewatch.codec.examples.ExampleControl.A;
import static org.lurewatch.codec.examples.ExampleControl.B;
import static org.lurewatch.codec.examples.ExampleControl.NOON;
import static org.lurewatch.codec.examples.ExampleControl.answer;
import static org.lurewatch.codec.examples.ExampleControl.command;
import static org.lurewatch.codec.examples.ExampleControl.summary;
import static org.lurewatch.codec.examples.ExampleControl.trouble;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lurewatch.desk.DeskException;
import org.lurewatch.schemas.ControlAction;
import org.lurewatch.schemas.ControlCommand;
import org.lurewatch.schemas.ControlStatus;
import org.lurewatch.schemas.Disagreement;

class ControlLogTest {
    private final ControlCommand publishA = command("1", ControlAction.PUBLISH, A);
    private final ControlCommand publishB = command("2", ControlAction.PUBLISH, B);
    private final ControlCommand championA = command("3", ControlAction.CHAMPION, A);
    private final ControlCommand championB = command("4", ControlAction.CHAMPION, B);

    @Test
    void aBundleIsMeantByTheBeginningOfItsDigestWhereOnlyOneBeginsSo() {
        ControlCommand likeA = command("5", ControlAction.PUBLISH, A.substring(0, 20) + "f".repeat(44));
        ControlLog log = log(List.of(publishA, publishB, publishA, likeA));

        assertEquals(B, log.meant("bbbbbbbb"));
        assertEquals(A, log.meant(A.substring(0, 21)));
        assertFailure(
                "2 bundles have a digest that begins with aaaaaaaa: " + A + ", " + likeA.getDigest(), log, "aaaaaaaa");
        assertFailure("no bundle that was published has a digest that begins with cccccccc", log, "cccccccc");
    }

    @Test
    void aBundleOfTheSettingsIsKnownByTheStatusesAloneAndNothingElseIsTakenForADigest() {
        ControlLog log = log(List.of(publishB), answer(publishB, true, A, NOON), trouble("x", "a".repeat(12), NOON));

        assertEquals(A, log.meant("aaaaaaaa"));
    }

    @Test
    void manyThatFitAreNotAllNamed() {
        List<ControlCommand> many = List.of("0", "1", "2", "3", "4", "5").stream()
                .map(last -> command(last, ControlAction.PUBLISH, A.substring(0, 63) + last))
                .toList();

        assertFailure(A.substring(0, 63) + "4 and others", log(many), "aaaaaaaa");
    }

    @Test
    void theNewestAnswerTellsTheBundlesInTheOrderOfTheCommandsWhereTheTimeIsTheSame() {
        ControlStatus late = summary(A, null, NOON.plusSeconds(9), new Disagreement("es", 1L, 1L, 0L));
        ControlLog log = log(
                List.of(publishA, championA, championB),
                answer(championB, true, B, NOON.plusSeconds(1)),
                answer(championA, true, A, NOON.plusSeconds(1)),
                answer(publishA, true, null, NOON),
                late);

        assertEquals("4", log.deployment().orElseThrow().getCommandId());
        assertEquals(Optional.of(late), log.summary());
    }

    @Test
    void whereNoAnswerIsKeptAnyMoreASummaryTellsTheBundles() {
        ControlStatus kept = summary(A, B, NOON, new Disagreement("es", 1L, 1L, 0L));

        assertEquals(Optional.of(kept), log(List.of(championA), kept).deployment());
    }

    @Test
    void ofACommandThatWasCarriedOutAgainTheLastAnswerCounts() {
        ControlLog log = log(
                List.of(championA),
                answer(championA, false, null, NOON),
                answer(championA, true, A, NOON.plusSeconds(1)));

        assertTrue(log.answerTo("3").orElseThrow().getAccepted());
        assertEquals(Optional.empty(), log.answerTo("4"));
        assertEquals(Optional.empty(), log(List.of(), trouble("x", A, NOON)).answerTo(""));
    }

    @Test
    void troubleIsToldOnceAndOnlyOfTheBundlesAtWorkNow() {
        ControlLog log = log(
                List.of(championA, championB),
                trouble("B is gone", B, NOON),
                answer(championB, true, B, NOON.plusSeconds(1)),
                trouble("B is gone", B, NOON.plusSeconds(2)),
                trouble("A is gone", A, NOON.plusSeconds(3)));

        assertEquals(List.of("B is gone"), log.troubles());
    }

    @Test
    void aBundleLiesWhereItWasPublishedLastButNotWhereItWasRefused() {
        ControlCommand moved = command("6", ControlAction.PUBLISH, A);
        ControlCommand refused = command("7", ControlAction.PUBLISH, A);
        ControlLog log = log(
                List.of(publishA, publishB, moved, refused, championA),
                answer(publishA, true, null, NOON),
                answer(refused, false, null, NOON));

        assertEquals(List.of("file:///bundles/6", "file:///bundles/1"), log.places(A));
    }

    private static void assertFailure(String said, ControlLog log, String digits) {
        String message =
                assertThrows(DeskException.class, () -> log.meant(digits)).getMessage();
        assertTrue(message.contains(said), message);
    }

    private static ControlLog log(List<ControlCommand> commands, ControlStatus... statuses) {
        return new ControlLog(commands, List.of(statuses), 0, 0);
    }
}
