package dev.denchi.deploy.local.stack;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A small program of its own to be started: it answers on a port, or refuses to start on port 0. */
final class Answering {

    private Answering() {}

    public static void main(String[] words) throws IOException {
        int port = Integer.getInteger("port", 0);
        if (port == 0) {
            System.out.println("no port was chosen for me");
            System.exit(3);
        }
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/ready", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    static Program program(Path folder, int port) throws IOException {
        Path jar = folder.resolve("answering.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Answering.class.getName());
        String name = Answering.class.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest);
                var bytes = Answering.class.getClassLoader().getResourceAsStream(name)) {
            out.putNextEntry(new JarEntry(name));
            if (bytes != null) {
                bytes.transferTo(out);
            }
        }
        URI ready = URI.create("http://127.0.0.1:" + port + "/ready");
        return new Program("answering", jar, List.of("-Dport=" + port), ready);
    }

    static Folders folders(Path home) throws IOException {
        return new Folders(Path.of("../..").toAbsolutePath().normalize(), home).create();
    }
}
