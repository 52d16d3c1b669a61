package org.lurewatch.cli.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.lurewatch.codec.examples.ExampleControl.A;
import static org.lurewatch.codec.examples.ExampleControl.B;
import static org.lurewatch.codec.examples.ExampleControl.NOON;
import static org.lurewatch.codec.examples.ExampleControl.answer;
import static org.lurewatch.codec.examples.ExampleControl.command;
import static org.lurewatch.codec.examples.ExampleControl.summary;
import static org.lurewatch.codec.examples.ExampleControl.trouble;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lurewatch.cli.terminal.Terminal;
import org.lurewatch.desk.control.ControlLog;
import org.lurewatch.schemas.ControlAction;
import org.lurewatch.schemas.ControlCommand;
import org.lurewatch.schemas.ControlStatus;
import org.lurewatch.schemas.Disagreement;

class ControlTextTest {
    private final ControlText text = new ControlText(Terminal.NONE);
    private final ControlCommand publish = command("1", ControlAction.PUBLISH, A);
    private final ControlCommand champion = command("2", ControlAction.CHAMPION, A);

    @Test
    void theHistoryTellsEachCommandAndWhatBecameOfIt() {
        ControlCommand withdraw = ControlCommand.newBuilder(command("3", ControlAction.WITHDRAW, ""))
                .setReason("enough")
                .setIssuedAt(null)
                .build();

        assertEquals(
                List.of(
                        "2026-11-20T12:00:00Z publish aaaaaaaaaaaa, says ana",
                        "  at file:///bundles/1",
                        "  done: of command 1",
                        "2026-11-20T12:00:00Z champion aaaaaaaaaaaa, says ana",
                        "  refused: of command 2",
                        "withdraw, says ana: enough",
                        "  no answer is known"),
                text.history(log(
                        List.of(publish, champion, withdraw),
                        answer(publish, true, null, NOON),
                        answer(champion, false, null, NOON))));
    }

    @Test
    void theStateTellsEachRoleTroubleAndDisagreements() {
        ControlStatus now = ControlStatus.newBuilder(answer(champion, true, A, NOON))
                .setCanary(B)
                .setCanaryShare(0.05)
                .build();
        ControlStatus trouble = ControlStatus.newBuilder(trouble("B is gone", A, NOON))
                .setCanary(B)
                .setCanaryShare(0.05)
                .build();

        assertEquals(
                List.of(
                        "champion aaaaaaaaaaaa at file:///bundles/1",
                        "previous none",
                        "shadow   none",
                        "canary   bbbbbbbbbbbb, for a share of 0.05",
                        "as of 2026-11-20T12:00:00Z: of command 2",
                        "trouble: B is gone",
                        "",
                        "2026-11-20T12:00:00Z champion aaaaaaaaaaaa, shadow bbbbbbbbbbbb: champion and shadow disagree",
                        "LANGUAGE         POSTINGS  ONLY CHAMPION  ONLY SHADOW",
                        "es                  1,000              3            7"),
                text.state(log(
                        List.of(publish, champion),
                        now,
                        trouble,
                        summary(A, B, NOON, new Disagreement("es", 1_000L, 3L, 7L)))));
    }

    @Test
    void ofManyLanguagesTheFirstAreToldAndTheOthersCounted() {
        Disagreement[] many = IntStream.range(0, 23)
                .mapToObj(i -> new Disagreement("l" + i, 1L, 1L, 0L))
                .toArray(Disagreement[]::new);

        List<String> lines = text.news(summary(A, B, NOON, many));

        assertEquals(23, lines.size());
        assertEquals("and 3 more languages", lines.get(22));
    }

    @Test
    void whatComesInIsToldOnOneLine() {
        assertEquals(
                List.of("2026-11-20T12:00:00Z champion refused: of command 2"),
                text.news(answer(champion, false, null, NOON)));
        assertEquals(List.of("2026-11-20T12:00:00Z trouble: B is gone"), text.news(trouble("B is gone", B, NOON)));
    }

    @Test
    void whatOthersWroteIsMadeHarmless() {
        String hostile = "\u001B[2J\n\u202Eevil";
        ControlCommand command = ControlCommand.newBuilder(publish)
                .setDigest(hostile)
                .setUri(hostile)
                .setIssuedBy(hostile)
                .setReason(hostile)
                .build();
        ControlStatus status = ControlStatus.newBuilder(
                        summary(hostile, hostile, NOON, new Disagreement(hostile, 1L, 1L, 0L)))
                .setCommandId("1")
                .setPrevious(hostile)
                .setCanary(hostile)
                .setMessage(hostile)
                .build();
        ControlLog log = log(List.of(command), status, trouble(hostile, hostile, NOON));

        String all = String.join("", text.history(log))
                + String.join("", text.state(log))
                + String.join("", text.news(status))
                + String.join("", text.news(trouble(hostile, hostile, NOON)));

        assertFalse(all.chars().anyMatch(c -> Character.isISOControl(c) || c == 0x202E), all);
    }

    private static ControlLog log(List<ControlCommand> commands, ControlStatus... statuses) {
        return new ControlLog(commands, List.of(statuses), 0, 0);
    }
}
