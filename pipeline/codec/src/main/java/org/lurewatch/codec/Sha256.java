package org.lurewatch.codec;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digest from which ids are made. */
final class Sha256 {
    private Sha256() {}

    static byte[] digest(byte[] bytes) {
        return fresh().digest(bytes);
    }

    static MessageDigest fresh() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
