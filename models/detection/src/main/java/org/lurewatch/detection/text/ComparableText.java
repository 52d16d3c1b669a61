package org.lurewatch.detection.text;

import java.util.Objects;

/**
 * Text made comparable (one spelling for what looks or reads the same), with a map from each of its UTF-16 units back
 * to the units of the raw text that made it.
 */
public final class ComparableText {
    private final String raw;
    private final String written;
    private final String text;
    private final char[] units;
    private final int[] rawStarts;
    private final int[] rawEnds;
    private final int[] writtenStarts;
    private final TextTricks tricks;

    /** The arrays may be longer than the text; they are kept, not copied. */
    ComparableText(String raw, char[] units, int length, int[] rawStarts, int[] rawEnds, TextTricks tricks) {
        this.raw = Objects.requireNonNull(raw);
        this.written = raw;
        this.text = new String(units, 0, length);
        this.units = units;
        this.rawStarts = rawStarts;
        this.rawEnds = rawEnds;
        this.writtenStarts = rawStarts;
        this.tricks = Objects.requireNonNull(tricks);
    }

    private ComparableText(ComparableText mended, MappedText mapped, String raw) {
        this.raw = raw;
        this.written = mended.raw;
        this.text = mended.text;
        this.units = mended.units;
        this.rawStarts = mapped.starts();
        this.rawEnds = mapped.ends();
        this.writtenStarts = mended.rawStarts;
        this.tricks = mended.tricks;
    }

    /** The same text, mapped to the raw text whose wrong decoding was undone before. */
    ComparableText over(MappedText mended, String rawText) {
        MappedText own = new MappedText(text.length());
        for (int i = 0; i < text.length(); i++) {
            own.append(units[i], rawStarts[i], rawEnds[i]);
        }
        return new ComparableText(this, own.over(mended), rawText);
    }

    public String raw() {
        return raw;
    }

    /** The raw text as its author wrote it: without what wrong decoding did to it on its way. */
    public String written() {
        return written;
    }

    /** First unit of the written text behind the comparable unit at this index. */
    public int writtenStart(int index) {
        return writtenStarts[index];
    }

    /** The comparable text: no markup, NFKC, lower case, Simplified Han, no format characters. */
    public String text() {
        return text;
    }

    /** The same as an array, which is read faster; it may be longer than the text, and is not to be changed. */
    public char[] units() {
        return units;
    }

    /** First raw unit of the comparable unit at this index. */
    public int rawStart(int index) {
        return rawStarts[index];
    }

    /** One past the last raw unit of the comparable span that ends before this index. */
    public int rawEnd(int endIndex) {
        return rawEnds[endIndex - 1];
    }

    /** The raw text behind a span of comparable text, one unit or longer. */
    public String quote(int start, int end) {
        return raw.substring(rawStart(start), rawEnd(end));
    }

    /** The disguises that were undone. */
    public TextTricks tricks() {
        return tricks;
    }
}
