package dev.denchi.api;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** Connections byte by byte, for what no decent client offers any more. */
record Wire(int port) {
    private static final int PATIENCE_MILLIS = 10_000;
    private static final int END = -1;

    static final int SSL_3_0 = 0x0300;
    static final int TLS_1_0 = 0x0301;
    static final int TLS_1_1 = 0x0302;
    static final int TLS_1_2 = 0x0303;

    /** What the server says first. */
    static final int HANDSHAKE = 22;

    /** ECDHE with ECDSA, in the variants of TLS 1.2 and of the versions before. */
    private static final int[] CIPHER_SUITES = {0xC02B, 0xC02C, 0xC009, 0xC00A};

    /** supported_groups secp256r1, ec_point_formats uncompressed, signature_algorithms ecdsa_secp256r1_sha256. */
    private static final int[] EXTENSIONS = {0, 10, 0, 4, 0, 2, 0, 23, 0, 11, 0, 2, 1, 0, 0, 13, 0, 4, 0, 2, 4, 3};

    /** The first byte of the answer to a ClientHello that offers this version and no other; -1 when there is none. */
    int answerToHello(int version) throws IOException {
        try (Socket socket = connected()) {
            socket.getOutputStream().write(hello(version));
            return socket.getInputStream().read();
        }
    }

    /** All that is answered to these bytes without TLS. */
    String answerInPlain(String request) throws IOException {
        try (Socket socket = connected()) {
            return exchanged(socket, request);
        }
    }

    /**
     * What is answered behind a TLS handshake.
     *
     * @param protocols offered in ALPN; none at all when empty
     * @throws IOException when the handshake is refused
     */
    String answerInTls(SSLContext tls, String request, String... protocols) throws IOException {
        try (SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket("localhost", port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setApplicationProtocols(protocols);
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return exchanged(socket, request);
        }
    }

    private Socket connected() throws IOException {
        Socket socket = new Socket(InetAddress.getByName("localhost"), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private static String exchanged(Socket socket, String request) throws IOException {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        for (int next = in.read(); next != END; next = in.read()) {
            answer.write(next);
        }
        return answer.toString(StandardCharsets.ISO_8859_1);
    }

    /** RFC 5246, 7.4.1.2; the versions before have the same form. */
    private static byte[] hello(int version) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(body);
        out.writeShort(version);
        out.write(new byte[32]); // random
        out.writeByte(0); // no session
        out.writeShort(2 * CIPHER_SUITES.length);
        for (int suite : CIPHER_SUITES) {
            out.writeShort(suite);
        }
        out.write(new byte[] {1, 0}); // no compression
        out.writeShort(EXTENSIONS.length);
        for (int octet : EXTENSIONS) {
            out.writeByte(octet);
        }
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        DataOutputStream framed = new DataOutputStream(record);
        framed.writeByte(HANDSHAKE);
        framed.writeShort(Math.min(version, TLS_1_0));
        framed.writeShort(body.size() + 4);
        framed.writeByte(1); // ClientHello
        framed.writeByte(0);
        framed.writeShort(body.size());
        framed.write(body.toByteArray());
        return record.toByteArray();
    }
}
