package dev.denchi.deploy.local.walk;

import java.io.IOException;
import java.nio.file.Path;

/** The battery that this walk follows. */
record Battery(String passport, String product, String modelId, String serialNumber, Example example) {

    /** The battery of the examples with a serial number and a passport of its own, so that each walk issues one. */
    static Battery anotherOf(Path examples) throws IOException {
        return Example.read(examples.resolve("ev-nmc/battery.json")).another(System.currentTimeMillis());
    }
}
