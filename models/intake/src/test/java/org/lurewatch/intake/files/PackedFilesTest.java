package org.lurewatch.intake.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lurewatch.detection.posting.PostingLimits;

class PackedFilesTest {
    private static final String LINES = "{\"title\":\"A\"}\n{\"title\":\"B\"}\n";

    @Test
    void unpacksCompressedFiles() throws IOException {
        List<String> expected = List.of("x: A", "x: B");
        assertEquals(expected, read(utf8(LINES)));
        assertEquals(expected, read(gzip(utf8(LINES))));
        assertEquals(expected, read(bzip2(utf8(LINES))));
        assertEquals(expected, read(Zstd.compress(utf8(LINES))));
        // Programs append one compressed part to another.
        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        parts.writeBytes(gzip(utf8("{\"title\":\"A\"}\n")));
        parts.writeBytes(gzip(utf8("{\"title\":\"B\"}\n")));
        assertEquals(expected, read(parts.toByteArray()));
    }

    @Test
    void readsTheFilesOfAnArchiveOneByOne() throws IOException {
        byte[] zip = zip(
                "a/one.csv",
                utf8("title,text\nA,x\n"),
                "__MACOSX/._one.csv",
                utf8("x"),
                ".hidden",
                utf8("x"),
                "b.pdf",
                utf8("%PDF-1.4"),
                "c.jsonl.gz",
                gzip(utf8(LINES)),
                "d.zip",
                zip("e.jsonl", utf8(LINES)));
        assertEquals(
                List.of(
                        "x: a/one.csv: A",
                        "x: b.pdf: it looks like a PDF document; copy its text into a text file, one advert a file",
                        "x: c.jsonl.gz: A",
                        "x: c.jsonl.gz: B",
                        "x: d.zip: e.jsonl: A",
                        "x: d.zip: e.jsonl: B"),
                read(zip));
    }

    @Test
    void takesAWorkbookForAFileAndNotForAnArchive() throws IOException {
        List<String> rows = new ArrayList<>();
        try (SourceFiles files = SourceFiles.of(
                "x",
                new ByteArrayInputStream(TableFilesTest.workbook("Jobs")),
                FileOptions.NONE,
                PostingLimits.DEFAULT)) {
            try (SourceFile file = files.next().orElseThrow().open()) {
                rows.add(file.kind());
            }
            assertTrue(files.next().isEmpty());
        }
        assertEquals(List.of("XLSX, sheet Jobs"), rows);
    }

    @Test
    void readsAFolderInTheOrderOfItsNames(@TempDir Path folder) throws IOException {
        Files.createDirectory(folder.resolve("b"));
        Files.writeString(folder.resolve("b").resolve("two.jsonl"), "{\"title\":\"B\"}\n");
        Files.writeString(folder.resolve("a.jsonl"), "{\"title\":\"A\"}\n");
        Files.writeString(folder.resolve(".hidden"), "{\"title\":\"C\"}\n");
        try (SourceFiles files = SourceFiles.of(folder, FileOptions.NONE, PostingLimits.DEFAULT)) {
            assertEquals(
                    List.of(
                            folder.resolve("a.jsonl") + ": A",
                            folder.resolve("b").resolve("two.jsonl") + ": B"),
                    read(files));
        }
    }

    @Test
    void saysThatCompressedDataIsCutOff() throws IOException {
        byte[] whole = gzip(utf8(LINES.repeat(1_000)));
        byte[] half = Arrays.copyOf(whole, whole.length / 2);
        List<String> read = read(half);
        assertEquals("x: the compressed data is damaged or cut off", read.get(read.size() - 1));
    }

    @Test
    void stopsAtABombBeforeItIsUnpacked() throws IOException {
        byte[] blanks = new byte[40 << 20];
        Arrays.fill(blanks, (byte) ' ');
        System.arraycopy(utf8(LINES), 0, blanks, 0, LINES.length());
        List<String> read = read(Zstd.compress(blanks));
        assertEquals("x: the data unpacks to more than 200 times its size", read.get(read.size() - 1));
    }

    @Test
    void unpacksArchivesInArchivesOnlySoFar() throws IOException {
        byte[] packed = utf8(LINES);
        for (int i = 0; i < 6; i++) {
            packed = zip("x", packed);
        }
        List<String> read = read(packed);
        assertEquals(1, read.size());
        assertTrue(read.get(0).endsWith("it looks like a zip archive; unpack it first"), read.toString());
        assertThrows(UnreadableFileException.class, () -> ReadFile.of("", gzip(utf8(LINES)), FileOptions.NONE));
    }

    private static List<String> read(byte[] bytes) throws IOException {
        try (SourceFiles files =
                SourceFiles.of("x", new ByteArrayInputStream(bytes), FileOptions.NONE, PostingLimits.DEFAULT)) {
            return read(files);
        }
    }

    /** The titles in all files, or why a file cannot be read. */
    private static List<String> read(SourceFiles files) throws IOException {
        List<String> read = new ArrayList<>();
        for (Optional<SourceFiles.Member> member = files.next(); member.isPresent(); member = files.next()) {
            String name = member.get().name();
            try (SourceFile file = member.get().open()) {
                for (Optional<FileEntry> entry = file.next(); entry.isPresent(); entry = file.next()) {
                    String title = entry.get() instanceof ForeignRecord record
                            ? record.fields().path("title").asText()
                            : entry.get().place();
                    if (read.size() < 3_000) {
                        read.add(name + ": " + title);
                    }
                }
            } catch (IOException e) {
                read.add(name + ": " + e.getMessage());
            }
        }
        return read;
    }

    private static byte[] zip(Object... namesAndContents) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndContents[i]));
                zip.write((byte[]) namesAndContents[i + 1]);
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        }
        return bytes.toByteArray();
    }

    private static byte[] bzip2(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (BZip2CompressorOutputStream bzip2 = new BZip2CompressorOutputStream(bytes)) {
            bzip2.write(plain);
        }
        return bytes.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
