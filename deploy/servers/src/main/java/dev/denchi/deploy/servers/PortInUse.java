package dev.denchi.deploy.servers;

/** Somebody else listens on a port that we were told to use. */
public final class PortInUse extends IllegalStateException {

    PortInUse(Port port) {
        super("Port %d, wanted for %s, is in use. Stop what listens there, or choose another with %s."
                .formatted(port.number(), port.purpose(), port.option()));
    }
}
