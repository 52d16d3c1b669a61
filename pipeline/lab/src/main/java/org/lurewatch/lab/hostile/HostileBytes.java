package org.lurewatch.lab.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.zip.GZIPOutputStream;
import org.apache.avro.io.BinaryData;

/** Records broken in their bytes. */
final class HostileBytes {
    /** Marker and fingerprint of Avro's single-object encoding. */
    private static final int HEADER = 10;

    private static final int LONGEST_VARINT = 10;

    /** Lengths and indexes that no sound record has. */
    private static final List<Long> LENGTHS = List.of(
            1L << 31,
            (1L << 31) - 1,
            (1L << 31) - 8,
            (1L << 31) - 16,
            1L << 30,
            100_000_000L,
            1L << 20,
            1L << 32,
            -1L,
            -2L,
            -(1L << 31),
            Long.MAX_VALUE,
            Long.MIN_VALUE);

    private HostileBytes() {}

    static byte[] flipped(byte[] bytes, RandomGenerator random) {
        byte[] broken = bytes.clone();
        for (int flips = 1 + random.nextInt(6); flips > 0; flips--) {
            broken[random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return broken;
    }

    static byte[] truncated(byte[] bytes, RandomGenerator random) {
        return Arrays.copyOf(bytes, random.nextInt(bytes.length));
    }

    static byte[] withStrayBytes(byte[] bytes, RandomGenerator random) {
        byte[] stray = new byte[1 + random.nextInt(8)];
        random.nextBytes(stray);
        return spliced(bytes, random.nextInt(bytes.length + 1), 0, stray);
    }

    static byte[] noise(RandomGenerator random) {
        byte[] noise = new byte[random.nextInt(4_000)];
        random.nextBytes(noise);
        return noise;
    }

    static byte[] wrongFingerprint(byte[] avro, RandomGenerator random) {
        byte[] broken = avro.clone();
        broken[2 + random.nextInt(HEADER - 2)] ^= (byte) (1 + random.nextInt(255));
        return broken;
    }

    static byte[] wrongMagic(byte[] avro, RandomGenerator random) {
        byte[] broken = avro.clone();
        broken[random.nextInt(2)] ^= (byte) (1 + random.nextInt(255));
        return broken;
    }

    /** A length that is too large or negative: of the first text, or wherever chance has it. */
    static byte[] wrongLength(byte[] avro, RandomGenerator random) {
        int at = random.nextBoolean() ? HEADER : HEADER + random.nextInt(avro.length - HEADER);
        byte[] length =
                random.nextInt(8) == 0 ? tooLongVarint(random) : varint(LENGTHS.get(random.nextInt(LENGTHS.size())));
        return spliced(avro, at, 1, length);
    }

    /** An index of a union that has no such branch. */
    static byte[] wrongUnionIndex(byte[] avro, RandomGenerator random) {
        int firstText = avro[HEADER] >> 1;
        long index = random.nextBoolean() ? 2 + random.nextInt(60) : LENGTHS.get(random.nextInt(LENGTHS.size()));
        return spliced(avro, Math.min(avro.length - 1, HEADER + 1 + Math.max(0, firstText)), 1, varint(index));
    }

    /** Text that is no UTF-8: bytes that begin nothing, sequences cut off, surrogates and overlong forms. */
    static byte[] invalidUtf8(byte[] record, RandomGenerator random) {
        List<byte[]> sequences = List.of(
                new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
                new byte[] {(byte) 0xED, (byte) 0xBF, (byte) 0xBF},
                new byte[] {(byte) 0xC0, (byte) 0xAF},
                new byte[] {(byte) 0xE0, (byte) 0x80, (byte) 0xAF},
                new byte[] {(byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
                new byte[] {(byte) 0xFF},
                new byte[] {(byte) 0xC3},
                new byte[] {(byte) 0xF0, (byte) 0x9F});
        byte[] sequence = sequences.get(random.nextInt(sequences.size()));
        int at = HEADER + random.nextInt(record.length - HEADER);
        // In place, so that the lengths of Avro still hold.
        return spliced(record, Math.min(at, record.length - sequence.length), sequence.length, sequence);
    }

    static byte[] gzipped(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory can always be written to", e);
        }
        return packed.toByteArray();
    }

    /** What unpacks to so many bytes of one kind: nothing, brackets, blanks, or postings without end. */
    static byte[] bomb(byte[] json, int size, RandomGenerator random) {
        byte[] piece =
                switch (random.nextInt(7)) {
                    case 0 -> new byte[] {0};
                    case 1 -> "[".getBytes(UTF_8);
                    case 2 -> " ".getBytes(UTF_8);
                    case 3 -> "{\"a\":".getBytes(UTF_8);
                    case 4 -> "\"".getBytes(UTF_8);
                    case 5 -> "{}\n".getBytes(UTF_8);
                    default -> (new String(json, UTF_8) + "\n").getBytes(UTF_8);
                };
        byte[] all = new byte[size];
        for (int i = 0; i < size; i++) {
            all[i] = piece[i % piece.length];
        }
        byte[] packed = gzipped(all);
        return switch (random.nextInt(6)) {
            case 0 -> truncated(packed, random);
            case 1 -> flipped(packed, random);
            case 2 -> gzipped(packed);
            default -> packed;
        };
    }

    private static byte[] spliced(byte[] bytes, int at, int removed, byte[] added) {
        byte[] result = new byte[bytes.length - removed + added.length];
        System.arraycopy(bytes, 0, result, 0, at);
        System.arraycopy(added, 0, result, at, added.length);
        System.arraycopy(bytes, at + removed, result, at + added.length, bytes.length - at - removed);
        return result;
    }

    private static byte[] tooLongVarint(RandomGenerator random) {
        byte[] varint = new byte[5 + random.nextInt(20)];
        Arrays.fill(varint, (byte) 0xFF);
        return varint;
    }

    private static byte[] varint(long value) {
        byte[] bytes = new byte[LONGEST_VARINT];
        return Arrays.copyOf(bytes, BinaryData.encodeLong(value, bytes, 0));
    }
}
