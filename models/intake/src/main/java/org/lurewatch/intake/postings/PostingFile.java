package org.lurewatch.intake.postings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import org.lurewatch.detection.posting.PostingLimits;
import org.lurewatch.detection.posting.UnusablePostingException;
import org.lurewatch.intake.columns.BareTitles;
import org.lurewatch.intake.columns.ColumnChoice;
import org.lurewatch.intake.columns.ColumnOverrides;
import org.lurewatch.intake.columns.Columns;
import org.lurewatch.intake.columns.MappedRecord;
import org.lurewatch.intake.files.DamagedRecord;
import org.lurewatch.intake.files.FileEntry;
import org.lurewatch.intake.files.ForeignRecord;
import org.lurewatch.intake.files.SourceFile;
import org.lurewatch.intake.json.DecodedPosting;
import org.lurewatch.intake.json.DerivedIdentifier;
import org.lurewatch.intake.json.JsonLdNames;
import org.lurewatch.intake.json.JsonPostingReader;

/**
 * The postings of one file. A record under the names of schema.org, or in the project's own labelled form, is read as it
 * is; at the first of another kind, a sample decides which column is what. Not for use by several threads at once.
 */
public final class PostingFile implements Closeable {
    private static final int SAMPLE = 200;
    private static final long SAMPLE_CHARS = 4 << 20;

    private final String name;
    private final SourceFile source;
    private final ColumnOverrides overrides;
    private final JsonPostingReader reader;
    private final Queue<FileEntry> ahead = new ArrayDeque<>();
    private final DistinctIdentifiers identifiers = new DistinctIdentifiers();
    private Columns columns;
    private long adverts;
    private long unusable;
    private long examples;

    PostingFile(String name, SourceFile source, ColumnOverrides overrides, PostingLimits limits) {
        this.name = name;
        this.source = source;
        this.overrides = overrides;
        this.reader = new JsonPostingReader(limits);
    }

    /** The path of the file, as a person named it. */
    public String name() {
        return name;
    }

    /** How many adverts were read so far. */
    public long adverts() {
        return adverts;
    }

    /** How many records were read so far, with those that cannot be used. */
    public long records() {
        return adverts + unusable;
    }

    /** Which column is what; empty while all is under names that need no choice. */
    public Optional<Columns> columns() {
        return Optional.ofNullable(columns);
    }

    /**
     * The next posting, or the next place that cannot be read; empty at the end.
     *
     * @throws org.lurewatch.intake.columns.UnknownColumnException if the overrides name a column that is not there
     */
    public Optional<PostingRecord> next() throws IOException {
        Optional<FileEntry> entry = ahead.isEmpty() ? source.next() : Optional.of(ahead.remove());
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(read(entry.get()));
    }

    private PostingRecord read(FileEntry entry) throws IOException {
        if (entry instanceof DamagedRecord damaged) {
            return unusable(entry.place(), damaged.problem());
        }
        try {
            PostingRecord record = read((ForeignRecord) entry);
            adverts++;
            return record;
        } catch (UnusablePostingException e) {
            return unusable(entry.place(), e);
        }
    }

    private PostingRecord unusable(String place, UnusablePostingException problem) {
        unusable++;
        return PostingRecord.unusable(name, place, problem, columns());
    }

    private PostingRecord read(ForeignRecord record) throws IOException {
        ObjectNode fields = record.fields();
        if (KnownForms.isExample(fields)) {
            examples++;
            return PostingRecord.ofExample(name, record.place(), reader.posting(fields.get("posting")), fields);
        }
        if (overrides.columns().isEmpty() && KnownForms.isPosting(fields)) {
            return PostingRecord.ofPosting(name, record.place(), posting(fields));
        }
        if (columns == null) {
            columns = choose(record);
        }
        MappedRecord mapped = columns.map(fields);
        return PostingRecord.ofColumns(name, record.place(), named(mapped.posting()), mapped, columns);
    }

    private DecodedPosting posting(ObjectNode fields) {
        boolean mayBeAnother =
                (fields.has("@type") || fields.has("@graph")) && !JsonLdNames.namesJobPosting(fields.path("@type"));
        return mayBeAnother ? reader.read(fields) : underItsOwnNames(fields);
    }

    /** An identifier that the posting itself states is its own; one that has none may be named by its URL. */
    private DecodedPosting underItsOwnNames(ObjectNode posting) {
        return posting.hasNonNull("identifier") || !posting.path("url").isTextual()
                ? reader.posting(posting)
                : named(posting);
    }

    /** Reads a posting; where neither its identifier nor its URL is its own, it is named by what it says. */
    private DecodedPosting named(ObjectNode posting) {
        boolean hasName = identifiers.settle(posting);
        DecodedPosting decoded = reader.posting(posting);
        return hasName ? decoded : decoded.withPosting(DerivedIdentifier.ofContent(decoded.posting()));
    }

    private Columns choose(ForeignRecord first) throws IOException {
        List<ObjectNode> sample = new ArrayList<>();
        sample.add(first.fields());
        long chars = 0;
        while (sample.size() < SAMPLE && chars < SAMPLE_CHARS) {
            Optional<FileEntry> next = source.next();
            if (next.isEmpty()) {
                break;
            }
            ahead.add(next.get());
            if (next.get() instanceof ForeignRecord foreign && !KnownForms.isExample(foreign.fields())) {
                sample.add(foreign.fields());
                chars += foreign.fields().toString().length();
            }
        }
        Columns chosen = ColumnChoice.of(sample, overrides);
        if (chosen.isOfNoUse() && adverts == 0) {
            throw new NoTextColumnException(
                    source.kind() + " without a column of titles or texts: " + chosen.names(),
                    "say which it is, for example --columns title=NAME,text=NAME");
        }
        return chosen;
    }

    /** What was taken, one line: {@code read as CSV, windows-1252: title = Puesto, no text; 13,800 adverts}. */
    public String summary() {
        List<String> said = new ArrayList<>();
        String charset = source.charset().map(each -> ", " + each).orElse("");
        said.add("read as " + source.kind() + charset + ": " + form());
        source.notes().forEach(said::add);
        said.add(String.format(Locale.ROOT, "%,d %s", adverts, adverts == 1 ? "advert" : "adverts"));
        if (unusable > 0) {
            said.add(String.format(Locale.ROOT, "%,d that cannot be read", unusable));
        }
        if (columns != null && columns.notRead() > 0) {
            said.add(columns.notRead() + (columns.notRead() == 1 ? " column is" : " columns are") + " not read");
        }
        if (columns != null && !columns.hasText()) {
            said.add(BareTitles.NOTE);
        }
        return String.join("; ", said);
    }

    private String form() {
        if (columns != null) {
            return columns.description();
        }
        return examples > 0 ? "labelled examples" : "names of schema.org";
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
