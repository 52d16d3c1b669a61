package org.lurewatch.cli.terminal;

/**
 * Where output goes, so that colours and progress bars stay out of files and pipes.
 *
 * @param output whether standard output is a terminal
 * @param errors whether standard error is a terminal
 * @param colours whether the person wants colours
 * @param columns how many characters a line has room for
 */
public record Terminal(boolean output, boolean errors, boolean colours, int columns) {
    private static final int USUAL_COLUMNS = 100;
    private static final int FEWEST_COLUMNS = 40;
    private static final int MOST_COLUMNS = 1_000;

    /** One that shows text as it is. */
    public static final Terminal NONE = new Terminal(false, false, false, USUAL_COLUMNS);

    /** As the launcher found it, which can ask the shell; without a launcher there is no terminal. */
    public static Terminal ofLauncher() {
        boolean output = Boolean.getBoolean("lurewatch.terminal.output");
        boolean errors = Boolean.getBoolean("lurewatch.terminal.errors");
        int columns = Integer.getInteger("lurewatch.terminal.columns", USUAL_COLUMNS);
        return new Terminal(
                output,
                errors,
                output && System.getenv("NO_COLOR") == null,
                Math.max(FEWEST_COLUMNS, Math.min(columns, MOST_COLUMNS)));
    }

    /** Whether a progress bar would stand alone: it may not mix with results. */
    public boolean showsProgress() {
        return errors && !output;
    }

    /** In red, where there are colours. */
    public String red(String text) {
        return styled("31;1", text);
    }

    /** In yellow, where there are colours. */
    public String yellow(String text) {
        return styled("33", text);
    }

    /** In green, where there are colours. */
    public String green(String text) {
        return styled("32", text);
    }

    /** In bold type, where it can be shown. */
    public String bold(String text) {
        return styled("1", text);
    }

    /** In faint type, where it can be shown. */
    public String faint(String text) {
        return styled("2", text);
    }

    private String styled(String code, String text) {
        return colours ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
    }
}
