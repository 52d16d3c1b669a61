package org.lurewatch.lab.requests;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Locale;

/** Sends requests over connections of their own. */
final class HostileSender {
    /** Longer than a server of ours waits for anything. */
    private static final int PATIENCE_MILLIS = 150_000;

    private static final int DRIP_MILLIS = 400;
    private static final int MOST_BYTES = 32 << 20;

    private final int port;

    HostileSender(int port) {
        this.port = port;
    }

    /**
     * Sends a request and reads what is answered until the server closes the connection.
     *
     * @throws SocketTimeoutException where the server neither answers nor closes it
     */
    HostileAnswer send(HostileRequest request) throws IOException, InterruptedException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.setTcpNoDelay(true);
            try {
                write(socket, request);
            } catch (IOException e) {
                // It has answered already, and does not want the rest.
            }
            return HostileAnswer.of(read(socket));
        }
    }

    private static void write(Socket socket, HostileRequest request) throws IOException, InterruptedException {
        OutputStream out = socket.getOutputStream();
        out.write(request.bytes(), 0, request.quick());
        out.flush();
        InputStream in = socket.getInputStream();
        for (int i = request.quick(); i < request.bytes().length && in.available() == 0; i++) {
            Thread.sleep(DRIP_MILLIS);
            out.write(request.bytes()[i]);
        }
        if (request.ends()) {
            socket.shutdownOutput();
        }
    }

    private static String read(Socket socket) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 14];
        InputStream in = socket.getInputStream();
        try {
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                read.write(buffer, 0, length);
                if (read.size() > MOST_BYTES || isStream(read)) {
                    break;
                }
            }
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            // It closed the connection with bytes of ours unread, which resets it; what had come before counts.
        }
        return read.toString(UTF_8);
    }

    /** Whether it is a stream of events, which does not end by itself. */
    private static boolean isStream(ByteArrayOutputStream read) {
        return read.size() < 1 << 14
                && read.toString(UTF_8).toLowerCase(Locale.ROOT).contains("text/event-stream");
    }
}
