package dev.denchi.api.resolve;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Which addresses are out in the internet; a service that connected to any other for a stranger would open its own network to him. */
final class PublicAddress {
    /** IANA's special-purpose IPv4 addresses, and multicast. */
    private static final List<Range> IPV4 = List.of(
            range("0.0.0.0", 8),
            range("10.0.0.0", 8),
            range("100.64.0.0", 10),
            range("127.0.0.0", 8),
            range("169.254.0.0", 16), // the metadata of clouds among them
            range("172.16.0.0", 12),
            range("192.0.0.0", 24),
            range("192.0.2.0", 24),
            range("192.88.99.0", 24),
            range("192.168.0.0", 16),
            range("198.18.0.0", 15),
            range("198.51.100.0", 24),
            range("203.0.113.0", 24),
            range("224.0.0.0", 3));

    private static final Range GLOBAL_UNICAST = range("2000::", 3);

    /** IANA's special-purpose addresses within global unicast; 6to4 and Teredo carry an IPv4 address that may be anything. */
    private static final List<Range> IPV6 =
            List.of(range("2001::", 23), range("2001:db8::", 32), range("2002::", 16), range("3fff::", 20));

    private PublicAddress() {}

    /** An IPv4 address that is mapped into IPv6 is judged as the IPv4 address: Java makes it one. */
    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return IPV4.stream().noneMatch(range -> range.has(bytes));
        }
        return address instanceof Inet6Address
                && GLOBAL_UNICAST.has(bytes)
                && IPV6.stream().noneMatch(range -> range.has(bytes));
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Range(byte[] network, int bits) {

        boolean has(byte[] address) {
            if (address.length != network.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((address[bit / 8] & mask) != (network[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static Range range(String network, int bits) {
        try {
            return new Range(InetAddress.getByName(network).getAddress(), bits);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e); // it is a number, nobody is asked
        }
    }
}
