package org.lurewatch.cli.output;

/** In which form records are printed. */
enum OutputFormat {
    /** For people, as wide as the terminal. */
    TABLE,
    /** One JSON object a line. */
    JSONL,
    /** With a line of headings. */
    CSV
}
