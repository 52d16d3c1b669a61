package org.lurewatch.cli.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lurewatch.cli.terminal.Terminal;
import org.lurewatch.desk.control.ControlLog;
import org.lurewatch.detection.deployment.Command;
import org.lurewatch.detection.posting.TerminalText;
import org.lurewatch.schemas.ControlAction;
import org.lurewatch.schemas.ControlCommand;
import org.lurewatch.schemas.ControlStatus;
import org.lurewatch.schemas.Disagreement;

/** Commands about bundles and what became of them in plain words, with all that others wrote made harmless. */
final class ControlText {
    private static final int DIGITS = 12;
    private static final int MOST_LANGUAGES = 20;
    private static final String INDENT = "  ";

    private final Terminal terminal;

    ControlText(Terminal terminal) {
        this.terminal = terminal;
    }

    /** A command as it is given. */
    String given(ControlCommand command) {
        return words(command.getAction())
                + (command.getDigest().isEmpty() ? "" : " " + digits(command.getDigest()))
                + (command.getListValue().isEmpty()
                        ? ""
                        : " " + escape(command.getListKind()) + " " + escape(command.getListValue()))
                + (command.getAction() == ControlAction.CANARY ? " with a share of " + command.getShare() : "")
                + (command.getIssuedBy().isEmpty() ? "" : ", says " + escape(command.getIssuedBy()))
                + (command.getReason().isEmpty() ? "" : ": " + escape(command.getReason()));
    }

    /** What became of a command. */
    String answer(ControlStatus answer) {
        return (answer.getAccepted() ? terminal.green("done") : terminal.red("refused")) + ": "
                + escape(answer.getMessage());
    }

    /** All commands in their order, each with what became of it. */
    List<String> history(ControlLog log) {
        List<String> lines = new ArrayList<>();
        for (ControlCommand command : log.commands()) {
            lines.add((command.getIssuedAt() == null ? "" : command.getIssuedAt() + " ") + given(command));
            if (!command.getUri().isEmpty()) {
                lines.add(INDENT + "at " + escape(command.getUri()));
            }
            lines.add(INDENT
                    + log.answerTo(command.getCommandId()).map(this::answer).orElse("no answer is known"));
        }
        return lines;
    }

    /** Which bundle does what, and what champion and shadow disagree about. */
    List<String> state(ControlLog log) {
        List<String> lines = new ArrayList<>();
        log.deployment().ifPresent(now -> {
            lines.add(role("champion", now.getChampion(), "", log));
            lines.add(role("previous", now.getPrevious(), "", log));
            lines.add(role("shadow", now.getShadow(), "", log));
            lines.add(role("canary", now.getCanary(), ", for a share of " + now.getCanaryShare(), log));
            lines.add("as of " + now.getAt() + ": " + escape(now.getMessage()));
        });
        log.troubles().forEach(trouble -> lines.add(terminal.red("trouble") + ": " + escape(trouble)));
        log.summary().ifPresent(summary -> {
            lines.add("");
            lines.addAll(disagreements(summary));
        });
        return lines;
    }

    /** A status as it comes in. */
    List<String> news(ControlStatus status) {
        String at = status.getAt() + " ";
        if (ControlLog.isAnswer(status)) {
            return List.of(at + words(status.getAction()) + " " + answer(status));
        }
        return ControlLog.isTrouble(status)
                ? List.of(at + terminal.red("trouble") + ": " + escape(status.getMessage()))
                : disagreements(status);
    }

    private List<String> disagreements(ControlStatus summary) {
        List<String> lines = new ArrayList<>();
        lines.add(summary.getAt() + " champion " + digitsOrNone(summary.getChampion()) + ", shadow "
                + digitsOrNone(summary.getShadow()) + ": " + escape(summary.getMessage()));
        List<Disagreement> languages = summary.getDisagreements();
        if (!languages.isEmpty()) {
            lines.add(terminal.bold(row("LANGUAGE", "POSTINGS", "ONLY CHAMPION", "ONLY SHADOW")));
        }
        languages.stream()
                .limit(MOST_LANGUAGES)
                .map(each -> row(
                        TerminalText.escape(each.getLanguage(), DIGITS),
                        number(each.getPostings()),
                        number(each.getOnlyChampion()),
                        number(each.getOnlyShadow())))
                .forEach(lines::add);
        if (languages.size() > MOST_LANGUAGES) {
            lines.add("and " + (languages.size() - MOST_LANGUAGES) + " more languages");
        }
        return lines;
    }

    private static String role(String role, String digest, String share, ControlLog log) {
        String name = String.format(Locale.ROOT, "%-9s", role);
        if (digest == null) {
            return name + "none";
        }
        return name
                + digits(digest)
                + share
                + log.places(digest).stream()
                        .findFirst()
                        .map(place -> " at " + escape(place))
                        .orElse("");
    }

    private static String row(String language, String postings, String onlyChampion, String onlyShadow) {
        return String.format(Locale.ROOT, "%-12s %12s %14s %12s", language, postings, onlyChampion, onlyShadow);
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String words(ControlAction action) {
        return action.name().toLowerCase(Locale.ROOT);
    }

    private static String digitsOrNone(String digest) {
        return digest == null ? "none" : digits(digest);
    }

    /** As the job's messages name a bundle. */
    private static String digits(String digest) {
        return TerminalText.escape(digest.substring(0, Math.min(DIGITS, digest.length())));
    }

    private static String escape(String text) {
        return TerminalText.escape(text, Command.MOST_TEXT_CHARS);
    }
}
