package org.lurewatch.cli.rejects;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lurewatch.cli.terminal.Terminal;
import org.lurewatch.codec.ByteArrays;
import org.lurewatch.desk.rejects.RejectBytes;
import org.lurewatch.desk.rejects.RejectPlace;
import org.lurewatch.detection.posting.TerminalText;
import org.lurewatch.schemas.RejectReason;
import org.lurewatch.schemas.RejectedPosting;

/** Rejects for a person, with all that came from outside made harmless. */
final class RejectText {
    private static final int LONGEST_KEY = 60;
    private static final int LONGEST_NAME = 249;
    private static final int LONGEST_DETAIL = 300;

    private final Terminal terminal;
    private final int mostOfValue;

    /** @param mostOfValue how much of a value is shown, in characters of text or in bytes */
    RejectText(Terminal terminal, int mostOfValue) {
        this.terminal = terminal;
        this.mostOfValue = mostOfValue;
    }

    /** Some lines about one reject. */
    List<String> lines(RejectedPosting reject, boolean sentBack) {
        List<String> lines = new ArrayList<>();
        lines.add(terminal.yellow(reject.getReason().name()) + "  " + terminal.bold(place(RejectPlace.of(reject)))
                + "  " + time(reject.getTimestamp()) + "  " + size(reject) + (sentBack ? "  sent back" : ""));
        lines.add("    " + TerminalText.escape(reject.getDetail(), LONGEST_DETAIL));
        byte[] key = ByteArrays.of(reject.getKey());
        if (key != null) {
            lines.add("    key   " + RejectBytes.beginning(key, LONGEST_KEY));
        }
        byte[] value = ByteArrays.of(reject.getValue());
        if (value != null && value.length > 0 && mostOfValue > 0) {
            lines.add("    value " + RejectBytes.beginning(value, mostOfValue));
        }
        return lines;
    }

    static String place(RejectPlace place) {
        return TerminalText.escape(place.topic(), LONGEST_NAME) + "/" + place.partition() + "/" + place.offset();
    }

    /** Such as {@code 3 (2 NO_TEXT, 1 WRONG_TYPE)}, the most frequent first. */
    static String byReason(Map<RejectReason, Integer> counts) {
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        return all == 0
                ? "0"
                : counts.entrySet().stream()
                        .sorted(Map.Entry.<RejectReason, Integer>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                        .map(count -> count.getValue() + " " + count.getKey())
                        .collect(Collectors.joining(", ", all + " (", ")"));
    }

    private static String time(Instant time) {
        return time == null ? "no time" : time.toString();
    }

    private static String size(RejectedPosting reject) {
        int kept = reject.getValue() == null ? 0 : reject.getValue().remaining();
        if (reject.getValue() == null) {
            return "no value";
        }
        return reject.getValueSize() + " bytes"
                + (kept < reject.getValueSize() ? ", of which the reject holds " + kept : "");
    }
}
