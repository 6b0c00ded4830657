package dev.denchi.deploy.local.stack;

import dev.denchi.deploy.servers.Port;
import java.util.stream.IntStream;

/**
 * Where everything listens, all on loopback; 0 stands for any free port. A connector takes five ports in a row.
 *
 * @param provider the first port of the provider's connector
 * @param consumer the first port of the EU platform's connector
 */
public record Ports(int api, int postgres, int kafka, int provider, int consumer) {

    public static final Ports USUAL = new Ports(8080, 5442, 9192, 8180, 8190);
    public static final Ports ANY_FREE = new Ports(0, 0, 0, 0, 0);

    private static final int OF_A_CONNECTOR = 5;

    public Ports withApi(int port) {
        return new Ports(port, postgres, kafka, provider, consumer);
    }

    public Ports withPostgres(int port) {
        return new Ports(api, port, kafka, provider, consumer);
    }

    public Ports withKafka(int port) {
        return new Ports(api, postgres, port, provider, consumer);
    }

    public Ports withProvider(int port) {
        return new Ports(api, postgres, kafka, port, consumer);
    }

    public Ports withConsumer(int port) {
        return new Ports(api, postgres, kafka, provider, port);
    }

    /** These ports with numbers that nothing listens on; those of the servers are looked at when they start. */
    Ports chosen() {
        int firstOfProvider = five("the provider's connector", "--provider-port", provider, 0);
        return new Ports(
                new Port("the service", "--api-port", api).chosen().number(),
                postgres,
                kafka,
                firstOfProvider,
                five("the EU platform's connector", "--consumer-port", consumer, firstOfProvider));
    }

    private static int five(String purpose, String option, int first, int taken) {
        if (first == 0) {
            return fiveFree(taken);
        }
        IntStream.range(first, first + OF_A_CONNECTOR).forEach(port -> new Port(purpose, option, port).chosen());
        return first;
    }

    private static int fiveFree(int taken) {
        return IntStream.generate(Port::free)
                .filter(first -> Math.abs(first - taken) >= OF_A_CONNECTOR)
                .filter(first -> IntStream.range(first, first + OF_A_CONNECTOR).allMatch(Port::isFree))
                .limit(1)
                .sum();
    }
}
