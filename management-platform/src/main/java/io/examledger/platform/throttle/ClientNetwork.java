package io.examledger.platform.throttle;

/**
 * What stands for one client: an IPv4 address, or the first 64 bits of an IPv6 address, within which a client picks
 * addresses as it likes.
 */
record ClientNetwork(String prefix) {
    private static final int GROUPS = 4;

    /** @param address as the container reports it: IPv6 without compression */
    static ClientNetwork of(String address) {
        String[] groups = address.split(":", -1);
        if (groups.length <= GROUPS || address.contains("::")) {
            return new ClientNetwork(address);
        }
        return new ClientNetwork(String.join(":", groups[0], groups[1], groups[2], groups[3]));
    }
}
