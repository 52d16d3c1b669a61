package org.lurewatch.detection.bundle;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** Rows of weights as big-endian 32-bit floats, deflated: most buckets hold 0. */
final class Weights {
    private Weights() {}

    static byte[] toBytes(float[][] rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out =
                new DataOutputStream(new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_COMPRESSION)))) {
            for (float[] row : rows) {
                for (float weight : row) {
                    out.writeFloat(weight);
                }
            }
        }
        return bytes.toByteArray();
    }

    /** Reads exactly this many rows and columns; more or fewer is an error. */
    static float[][] fromBytes(byte[] bytes, int rows, int columns) throws IOException {
        float[][] weights = new float[rows][columns];
        byte[] row = new byte[columns * Float.BYTES];
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
            for (float[] into : weights) {
                in.readFully(row);
                java.nio.ByteBuffer.wrap(row).asFloatBuffer().get(into);
                for (float weight : into) {
                    if (!Float.isFinite(weight)) {
                        throw new IOException("a weight is not a finite number");
                    }
                }
            }
            if (in.read() >= 0) {
                throw new IOException("there are more weights than " + rows + " x " + columns);
            }
        }
        return weights;
    }
}
