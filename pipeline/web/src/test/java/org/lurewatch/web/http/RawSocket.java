package org.lurewatch.web.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** Sends bytes to a server that no client would send. */
final class RawSocket implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 60_000;
    private static final int PAUSE_MILLIS = 100;

    private final Socket socket;
    private String said = "";

    RawSocket(int port) throws IOException {
        this.socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    RawSocket send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return this;
    }

    /** Sends a bit again and again, with pauses that no server takes for silence, until the server says something. */
    RawSocket drip(String bit) throws IOException {
        socket.setSoTimeout(PAUSE_MILLIS);
        while (said.isEmpty()) {
            try {
                int b = send(bit).socket.getInputStream().read();
                said = b < 0 ? "closed without a word" : Character.toString(b);
            } catch (SocketTimeoutException e) {
                // Nothing is said yet.
            }
        }
        socket.setSoTimeout(PATIENCE_MILLIS);
        return this;
    }

    /** All that the server says until it closes the connection. */
    String rest() throws IOException {
        StringBuilder all = new StringBuilder(said);
        byte[] buffer = new byte[4096];
        InputStream in = socket.getInputStream();
        try {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                all.append(new String(buffer, 0, count, StandardCharsets.ISO_8859_1));
            }
        } catch (SocketException e) {
            // A reset after the answer is an end, too.
        }
        return all.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
