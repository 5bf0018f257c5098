package io.rimbalzo.mask;

import io.rimbalzo.read.IpAddress;

/** The address asked for at a block list, its parts in reverse: {@code 7.113.0.203.zen.spamhaus.org}. */
final class ReversedAddress {

    private static final int PARTS = 4;

    private ReversedAddress() {}

    /** The name with the stand-in of the address it begins with; the name itself where it begins with none. */
    static String masked(String name, StandIns standIns) {
        String[] labels = name.split("\\.", PARTS + 1);
        if (labels.length <= PARTS) {
            return name;
        }
        String address = String.join(".", labels[3], labels[2], labels[1], labels[0]);
        if (!IpAddress.is(address)) {
            return name;
        }
        String[] parts = standIns.ip(address).split("\\.", 0);
        return parts.length == PARTS
                ? String.join(".", parts[3], parts[2], parts[1], parts[0], labels[PARTS])
                : labels[PARTS];
    }
}
