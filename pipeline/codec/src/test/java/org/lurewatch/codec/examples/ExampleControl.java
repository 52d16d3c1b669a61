package org.lurewatch.codec.examples;

import java.time.Instant;
import java.util.List;
import org.lurewatch.schemas.ControlAction;
import org.lurewatch.schemas.ControlCommand;
import org.lurewatch.schemas.ControlStatus;
import org.lurewatch.schemas.Disagreement;
import org.lurewatch.schemas.TrustedClasses;

/** Commands about bundles and what the job tells of them. */
public final class ExampleControl {
    public static final String A = "aaaaaaaaaaaa0123456789abcdef0123456789abcdef0123456789abcdef0123";
    public static final String B = "bbbbbbbbbbbb0123456789abcdef0123456789abcdef0123456789abcdef0123";
    public static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    static {
        TrustedClasses.register();
    }

    private ExampleControl() {}

    public static ControlCommand command(String id, ControlAction action, String digest) {
        return ControlCommand.newBuilder()
                .setCommandId(id)
                .setAction(action)
                .setDigest(digest)
                .setUri(action == ControlAction.PUBLISH ? "file:///bundles/" + id : "")
                .setIssuedBy("ana")
                .setIssuedAt(NOON)
                .build();
    }

    /** The job's answer, from which on one bundle is champion. */
    public static ControlStatus answer(ControlCommand command, boolean accepted, String champion, Instant at) {
        return ControlStatus.newBuilder()
                .setCommandId(command.getCommandId())
                .setAction(command.getAction())
                .setAccepted(accepted)
                .setMessage("of command " + command.getCommandId())
                .setChampion(champion)
                .setAt(at)
                .build();
    }

    public static ControlStatus trouble(String message, String champion, Instant at) {
        return ControlStatus.newBuilder()
                .setMessage(message)
                .setChampion(champion)
                .setAt(at)
                .build();
    }

    public static ControlStatus summary(String champion, String shadow, Instant at, Disagreement... disagreements) {
        return ControlStatus.newBuilder()
                .setAccepted(true)
                .setMessage("champion and shadow disagree")
                .setChampion(champion)
                .setShadow(shadow)
                .setDisagreements(List.of(disagreements))
                .setAt(at)
                .build();
    }
}
