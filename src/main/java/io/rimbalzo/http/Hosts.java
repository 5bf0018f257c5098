package io.rimbalzo.http;

import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.util.HostPort;
import org.jspecify.annotations.Nullable;

/**
 * Under which names the server is reached: {@code bounces.example.it}. A page from elsewhere whose name has been made to point
 * here (DNS rebinding) names itself in Host; one that asks openly says in Origin where it is from. This list decides on both.
 *
 * <p>A server bound to every address is reached under any address too, even one that it cannot know, as a container cannot:
 * nobody can make an address point elsewhere. Names have to be told.
 */
public final class Hosts {

    private static final int LONGEST = 253;
    private static final int LONGEST_LABEL = 63;

    private final Set<String> own = new HashSet<>();
    private final boolean everyAddress;

    private Hosts(boolean everyAddress) {
        this.everyAddress = everyAddress;
    }

    /**
     * Those of this computer, the address that is listened on, and these.
     *
     * @param bind  {@code 127.0.0.1}, {@code 0.0.0.0}, {@code ::1}
     * @param names {@code bounces.example.it}, {@code 192.0.2.7}: each one that {@link #canonical} takes
     */
    public static Hosts of(String bind, List<String> names) {
        InetAddress address = address(bind);
        Hosts hosts = new Hosts(address != null && address.isAnyLocalAddress());
        if (address != null) {
            hosts.add(address.getHostAddress());
        }
        hosts.add(bind);
        names.forEach(hosts::add);
        return hosts;
    }

    private static @Nullable InetAddress address(String bind) {
        try {
            return InetAddress.getByName(bind);
        } catch (UnknownHostException e) {
            return null;
        }
    }

    private void add(String name) {
        String canonical = canonical(name);
        if (canonical != null) {
            own.add(canonical);
        }
    }

    /** Whether a request may name this host, without its port. */
    boolean own(@Nullable String host) {
        String name = canonical(host);
        return name != null && (isOurs(name) || everyAddress && isAddress(name));
    }

    /**
     * Whether a page from there may ask.
     *
     * @param origin {@code https://bounces.example.it:8443}
     * @param host   what the request names, which is ours: pages of the same host may
     */
    boolean mayAsk(String origin, @Nullable String host) {
        String name = canonical(hostOf(origin));
        return name != null && (isOurs(name) || name.equals(canonical(host)));
    }

    /** The host of {@code https://bounces.example.it:8443}; null of {@code null}, {@code file://} and the like. */
    static @Nullable String hostOf(String origin) {
        int start = origin.indexOf("://") + 3;
        String scheme = start < 3 ? "" : origin.substring(0, start).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http://") && !scheme.equals("https://")) {
            return null;
        }
        try {
            return new HostPort(origin.substring(start)).getHost();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private boolean isOurs(String name) {
        return own.contains(name)
                || name.equals("localhost")
                || name.endsWith(".localhost")
                || isAddress(name) && isLoopback(name);
    }

    private static boolean isLoopback(String literal) {
        InetAddress address = address(literal);
        return address != null && address.isLoopbackAddress();
    }

    private static boolean isAddress(String canonical) {
        return canonical.indexOf(':') >= 0 || isFourNumbers(canonical);
    }

    /**
     * As a browser writes it: in lower case, without brackets or a final dot, {@code xn--citt-3na.example.it} of {@code
     * città.example.it}.
     *
     * @return null where it is neither a name nor an address; with a port, a scheme or a path it is neither
     */
    public static @Nullable String canonical(@Nullable String host) {
        String text = host == null ? "" : host.strip();
        if (text.startsWith("[") && text.endsWith("]")) {
            text = text.substring(1, text.length() - 1);
        }
        if (text.indexOf(':') >= 0) {
            return sixth(text);
        }
        return text.isEmpty() || text.length() > LONGEST + 1 ? null : name(text);
    }

    /** An address of version 6, in the one form that Java gives it; its zone means nothing to others. */
    private static @Nullable String sixth(String text) {
        int zone = text.indexOf('%');
        String bare = zone < 0 ? text : text.substring(0, zone);
        boolean possible = bare.length() <= 45
                && bare.chars().allMatch(c -> c == ':' || c == '.' || Character.digit(c, 16) >= 0 && c < 128);
        // in brackets it is never looked up
        InetAddress address = possible ? address("[" + bare + "]") : null;
        return address == null ? null : address.getHostAddress();
    }

    private static @Nullable String name(String text) {
        String ascii;
        try {
            ascii = IDN.toASCII(text, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return null;
        }
        String name = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
        String[] labels = name.split("\\.", -1);
        for (String label : labels) {
            if (label.isEmpty()
                    || label.length() > LONGEST_LABEL
                    || !label.chars().allMatch(Hosts::isLabel)) {
                return null;
            }
        }
        // what ends in a number is an address or nothing
        boolean number = labels[labels.length - 1].chars().allMatch(c -> c >= '0' && c <= '9');
        return name.length() > LONGEST || number && !isFourNumbers(name) ? null : name;
    }

    private static boolean isLabel(int c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '_';
    }

    private static boolean isFourNumbers(String name) {
        String[] numbers = name.split("\\.", -1);
        for (String number : numbers) {
            boolean digits =
                    !number.isEmpty() && number.length() <= 3 && number.chars().allMatch(c -> c >= '0' && c <= '9');
            if (!digits || Integer.parseInt(number) > 255 || number.length() > 1 && number.charAt(0) == '0') {
                return false;
            }
        }
        return numbers.length == 4;
    }
}
