package io.rimbalzo.mask;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Names that belong to everyone and that a diagnosis reads, so that masking leaves them: {@code zen.spamhaus.org},
 * {@code outlook.com}, {@code postmaster@}. They stand in rules/public-hosts.txt.
 */
public final class PublicHosts {

    private final Set<String> whole = new HashSet<>();
    private final Set<String> endings = new HashSet<>();
    private final Set<String> offices = new HashSet<>();

    /** @param lines {@code spamhaus.org}, {@code *.mail.protection.outlook.com} or {@code postmaster@} */
    public PublicHosts(Collection<String> lines) {
        for (String line : lines) {
            String name = line.toLowerCase(Locale.ROOT);
            if (name.endsWith("@")) {
                offices.add(name.substring(0, name.length() - 1));
            } else if (name.startsWith("*.")) {
                endings.add(name.substring(2));
            } else {
                whole.add(name);
            }
        }
    }

    /**
     * The part of a host's name, in lower case, that stays: all of it, the listed ending of it, or nothing (empty).
     */
    String kept(String host) {
        for (String name = host; !name.isEmpty(); name = above(name)) {
            boolean itself = name.length() == host.length();
            if (endings.contains(name) || itself && whole.contains(name)) {
                return name;
            }
            if (whole.contains(name)) {
                return host;
            }
        }
        return "";
    }

    private static String above(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1);
    }

    /** Whether a local part names an office, not a person. */
    boolean isOffice(String local) {
        return offices.contains(local.toLowerCase(Locale.ROOT));
    }
}
