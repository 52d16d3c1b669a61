package org.lurewatch.detection.posting;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The digest from which ids are made, and by which files are told apart. */
public final class Sha256 {
    private Sha256() {}

    /** The digest of these bytes, 32 of them. */
    public static byte[] digest(byte[] bytes) {
        return fresh().digest(bytes);
    }

    /** The digest of these bytes, 64 hexadecimal digits. */
    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(digest(bytes));
    }

    /** One that has seen no byte yet. */
    public static MessageDigest fresh() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
