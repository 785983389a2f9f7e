package io.examledger.platform.throttle;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * What stands for one client: an IPv4 address, or the first 64 bits of an IPv6 address, within which a client picks
 * addresses as it likes.
 */
record ClientNetwork(String prefix) {
    private static final int PREFIX_BYTES = 8;

    /** Never looked up by name: only an IPv6 address has a colon. */
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F.]*:[0-9a-fA-F:.]*");

    /** @param address in whatever spelling the container or a proxy reports it; anything else stands for itself */
    static ClientNetwork of(String address) {
        String literal = address.replaceFirst("%.*", "");
        if (!IPV6.matcher(literal).matches()) {
            return new ClientNetwork(address);
        }
        try {
            byte[] bytes = InetAddress.getByName(literal).getAddress();
            return new ClientNetwork(HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, PREFIX_BYTES)));
        } catch (UnknownHostException e) {
            return new ClientNetwork(address);
        }
    }
}
