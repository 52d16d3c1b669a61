package org.lurewatch.intake.files;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.lurewatch.detection.posting.PostingLimits;

/**
 * The files in a folder or an archive, one after the other; a plain file is the only one of itself. Compressed data
 * (gzip, bzip2, zstd) and archives (zip, tar) are unpacked as they are read, within limits. Not for use by several
 * threads at once.
 */
public final class SourceFiles implements Closeable {
    private static final int MAX_DEPTH = 3;
    private static final int MAX_MEMBERS = 100_000;
    private static final int LOOK = 1 << 16;

    /** What people put beside a set of postings. Someone who names such a file by itself wants it read. */
    private static final Pattern BESIDE = Pattern.compile(
            "(?i)(?:readme|read_me|licen[cs]e|copying|notice|changelog"
                    + "|contributing|code_of_conduct|citation|authors)(?:[._-].*)?"
                    + "|makefile|dockerfile|requirements\\.txt|package(?:-lock)?\\.json|dataset-metadata\\.json"
                    + "|.*\\.(?:py|pyc|ipynb|r|rmd|jl|js|ts|java|scala|go|rb|php|c|h|cpp|cs|sh|bat|ps1|ya?ml|toml|ini|cfg|css|lock)");

    /** A folder or an archive that is open. */
    private interface Level extends Closeable {
        /** The next file in it, opened; empty at the end. */
        Optional<Found> next() throws IOException;

        int depth();
    }

    private record Found(String name, boolean beside, Opening opening) {}

    private interface Opening {
        InputStream open() throws IOException;
    }

    private final FileOptions options;
    private final PostingLimits limits;
    private final Deque<Level> levels = new ArrayDeque<>();
    private long members;

    private SourceFiles(FileOptions options, PostingLimits limits, Level first) {
        this.options = options;
        this.limits = limits;
        levels.push(first);
    }

    /** One file, not yet looked at. It is to be read to its end, or left, before the next one is asked for. */
    public static final class Member {
        private final String name;
        private final boolean beside;
        private final Opening opening;
        private final FileOptions options;
        private final PostingLimits limits;

        private Member(String name, boolean beside, Opening opening, FileOptions options, PostingLimits limits) {
            this.name = name;
            this.beside = beside;
            this.opening = opening;
            this.options = options;
            this.limits = limits;
        }

        /** The path of the file, with the path inside the archive behind it: {@code jobs.zip: 2024/may.csv}. */
        public String name() {
            return name;
        }

        /** Whether its name says that it lies beside the postings: a read-me, a licence, code. */
        public boolean isBesidePostings() {
            return beside;
        }

        /**
         * Looks at the file; to be called once.
         *
         * @throws UnreadableFileException if no list of postings can be in it
         */
        public SourceFile open() throws IOException {
            return SourceFile.of(name, opening.open(), options, limits);
        }
    }

    /** A file, an archive, or a folder with all that lies in it, in the order of the names. */
    public static SourceFiles of(Path path, FileOptions options, PostingLimits limits) throws IOException {
        List<Found> found;
        if (Files.isDirectory(path)) {
            try (Stream<Path> files = Files.walk(path)) {
                found = files.filter(Files::isRegularFile)
                        .filter(file -> isMeant(path.relativize(file).toString()))
                        .sorted()
                        .map(file -> new Found(
                                file.toString(),
                                BESIDE.matcher(file.getFileName().toString()).matches(),
                                () -> Files.newInputStream(file)))
                        .toList();
            }
        } else {
            found = List.of(new Found(path.toString(), false, () -> Files.newInputStream(path)));
        }
        return new SourceFiles(options, limits, new Plain(found.iterator()));
    }

    /**
     * A stream, such as standard input, which is closed with this one.
     *
     * @param name what it is called, in {@link Member#name}
     */
    public static SourceFiles of(String name, InputStream in, FileOptions options, PostingLimits limits)
            throws IOException {
        return new SourceFiles(
                options,
                limits,
                new Plain(List.of(new Found(name, false, () -> in)).iterator()));
    }

    /** Hidden files, and what a Mac adds to an archive, were not put there by their owner. */
    private static boolean isMeant(String path) {
        for (String part : path.split("[/\\\\]")) {
            if (part.equals("__MACOSX") || (part.startsWith(".") && !part.equals(".") && !part.equals(".."))) {
                return false;
            }
        }
        return true;
    }

    /** The next file, or empty after the last. */
    public Optional<Member> next() throws IOException {
        while (!levels.isEmpty()) {
            Level level = levels.peek();
            Optional<Found> found;
            try {
                found = level.next();
            } catch (IOException e) {
                levels.pop();
                throw damaged(e);
            }
            if (found.isEmpty()) {
                levels.pop().close();
                continue;
            }
            if (++members > MAX_MEMBERS) {
                close();
                throw new IOException("there are more than " + MAX_MEMBERS + " files in it");
            }
            Optional<Member> member = member(found.get(), level.depth());
            if (member.isPresent()) {
                return member;
            }
        }
        return Optional.empty();
    }

    /** Opens a file; empty if it is an archive, whose files come next. */
    private Optional<Member> member(Found found, int depth) {
        try {
            InputStream in = new BufferedInputStream(found.opening().open(), LOOK);
            int depthOfContent = depth;
            byte[] head = head(in);
            while (isCompressed(head) && depthOfContent < MAX_DEPTH) {
                Counted packed = new Counted(in);
                in = new BufferedInputStream(new Unpacked(decompressed(head, packed), packed), LOOK);
                head = head(in);
                depthOfContent++;
            }
            boolean zip = starts(head, "PK\u0003\u0004")
                    && !Unreadable.isDocument(new String(head, StandardCharsets.ISO_8859_1));
            if ((zip || isTar(head)) && depthOfContent < MAX_DEPTH) {
                Counted packed = new Counted(in);
                ArchiveInputStream<?> archive = zip
                        ? new ZipArchiveInputStream(packed, StandardCharsets.UTF_8.name(), true, true)
                        : new TarArchiveInputStream(packed);
                levels.push(new Archive(found.name(), archive, packed, depthOfContent + 1));
                return Optional.empty();
            }
            InputStream content = in;
            return Optional.of(new Member(found.name(), found.beside(), () -> content, options, limits));
        } catch (IOException e) {
            IOException explained = damaged(e);
            return Optional.of(new Member(
                    found.name(),
                    found.beside(),
                    () -> {
                        throw explained;
                    },
                    options,
                    limits));
        }
    }

    private static byte[] head(InputStream in) throws IOException {
        in.mark(LOOK);
        byte[] head = new byte[LOOK - 1];
        int length = 0;
        // Only an archive is worth waiting for more than what is there.
        while (length < 4 || (length < head.length && (isPk(head) || in.available() > 0))) {
            int read = in.read(head, length, head.length - length);
            if (read < 0) {
                break;
            }
            length += read;
        }
        in.reset();
        return Arrays.copyOf(head, length);
    }

    private static boolean isPk(byte[] head) {
        return head[0] == 'P' && head[1] == 'K';
    }

    private static boolean starts(byte[] head, String start) {
        byte[] bytes = start.getBytes(StandardCharsets.ISO_8859_1);
        return head.length >= bytes.length && Arrays.equals(head, 0, bytes.length, bytes, 0, bytes.length);
    }

    private static boolean isCompressed(byte[] head) {
        return starts(head, "\u001F\u008B") || isBzip2(head) || starts(head, "\u0028\u00B5\u002F\u00FD");
    }

    private static boolean isBzip2(byte[] head) {
        return starts(head, "BZh") && head.length > 9 && head[4] == '1' && head[5] == 'A' && head[6] == 'Y';
    }

    private static boolean isTar(byte[] head) {
        return head.length > 262 && new String(head, 257, 5, StandardCharsets.ISO_8859_1).equals("ustar");
    }

    private static InputStream decompressed(byte[] head, InputStream in) throws IOException {
        if (starts(head, "\u001F\u008B")) {
            return new GZIPInputStream(in, LOOK);
        }
        return isBzip2(head)
                ? new BZip2CompressorInputStream(in, true)
                : new ZstdInputStream(in).setContinuous(false).setLongMax(27);
    }

    /** Libraries have no message, or a terse one, for compressed data that is damaged. */
    private static IOException damaged(IOException e) {
        return e instanceof ZipException || e instanceof EOFException
                ? new IOException("the compressed data is damaged or cut off", e)
                : e;
    }

    @Override
    public void close() throws IOException {
        while (!levels.isEmpty()) {
            levels.pop().close();
        }
    }

    private static final class Plain implements Level {
        private final Iterator<Found> files;
        private Optional<InputStream> open = Optional.empty();

        Plain(Iterator<Found> files) {
            this.files = files;
        }

        @Override
        public Optional<Found> next() throws IOException {
            close();
            if (!files.hasNext()) {
                return Optional.empty();
            }
            Found file = files.next();
            return Optional.of(new Found(file.name(), file.beside(), () -> {
                InputStream in = file.opening().open();
                open = Optional.of(in);
                return in;
            }));
        }

        @Override
        public int depth() {
            return 0;
        }

        @Override
        public void close() throws IOException {
            if (open.isPresent()) {
                open.get().close();
            }
        }
    }

    private static final class Archive implements Level {
        private final String name;
        private final ArchiveInputStream<?> archive;
        private final Counted packed;
        private final int depth;

        Archive(String name, ArchiveInputStream<?> archive, Counted packed, int depth) {
            this.name = name;
            this.archive = archive;
            this.packed = packed;
            this.depth = depth;
        }

        @Override
        public Optional<Found> next() throws IOException {
            for (ArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                if (!entry.isDirectory() && isMeant(entry.getName())) {
                    String shown = name + ": " + safe(entry.getName());
                    boolean beside = BESIDE.matcher(entry.getName().replaceFirst("(?s).*[/\\\\]", ""))
                            .matches();
                    return Optional.of(new Found(shown, beside, () -> new Entry(archive, packed)));
                }
            }
            return Optional.empty();
        }

        /** The name of an entry is hostile, and is never a path on this machine. */
        private static String safe(String name) {
            return name.replaceAll("[\\p{Cntrl}\\p{Cf}]", "\uFFFD");
        }

        @Override
        public int depth() {
            return depth;
        }

        @Override
        public void close() throws IOException {
            archive.close();
        }
    }

    /** Counts the bytes of packed data. */
    private static final class Counted extends FilterInputStream {
        private long size;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            size += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            size += Math.max(0, read);
            return read;
        }
    }

    /** Unpacked data, of which there must not be absurdly much. */
    private static class Unpacked extends FilterInputStream {
        /** Text packs to a tenth; what repeats itself, to much less, as long as there is little of it. */
        private static final long MAX_RATIO = 200;

        private static final long FREE_BYTES = 32L << 20;

        private final Counted packed;
        private final long packedBefore;
        private long size;

        Unpacked(InputStream in, Counted packed) {
            super(in);
            this.packed = packed;
            this.packedBefore = packed.size;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read;
            try {
                read = super.read(target, offset, length);
            } catch (IOException e) {
                throw damaged(e);
            }
            size += Math.max(0, read);
            if (size > FREE_BYTES && size > MAX_RATIO * (packed.size - packedBefore + LOOK)) {
                throw new IOException("the data unpacks to more than " + MAX_RATIO + " times its size");
            }
            return read;
        }
    }

    /** One file of an archive, which goes on behind it. */
    private static final class Entry extends Unpacked {
        Entry(InputStream archive, Counted packed) {
            super(archive, packed);
        }

        @Override
        public void close() {
            // The archive is closed when all of it is read.
        }
    }
}
