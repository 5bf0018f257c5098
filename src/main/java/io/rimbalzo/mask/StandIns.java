package io.rimbalzo.mask;

import io.rimbalzo.read.OrganizationalDomain;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What stands for what: {@code mario@contoso.com} for good becomes {@code utente1@dominio1.example}, and contoso.com
 * {@code dominio1.example}. The same original has the same stand-in; no two originals share one.
 */
final class StandIns {

    /** So many of a kind are remembered in a run without end; the eldest may get a new stand-in later. */
    private static final int MOST = 500_000;

    /** The three networks of RFC 5737; after their 762 addresses those of RFC 3849 follow. */
    private static final String[] NETWORKS = {"203.0.113.", "198.51.100.", "192.0.2."};

    private static final int HOSTS = 254;

    private final PublicHosts publicHosts;
    private final Map<Kind, String> words;
    private final Map<Kind, Counted> kinds = new LinkedHashMap<>();

    /** What is counted on its own; its word stands before the number. */
    enum Kind {
        USER,
        DOMAIN,
        HOST,
        PERSON,
        PHONE,
        SUBJECT,
        ID,
        ADDRESS4,
        ADDRESS6,
        GUID
    }

    /** Stand-ins of one kind, numbered from 1. */
    private static final class Counted extends LinkedHashMap<String, String> {

        private int last;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST;
        }
    }

    /** @param words of users, domains, hosts, people, telephones and subjects: {@code utente}, {@code dominio} ... */
    StandIns(PublicHosts publicHosts, Map<Kind, String> words) {
        this.publicHosts = publicHosts;
        this.words = words;
    }

    private Counted counted(Kind kind) {
        return kinds.computeIfAbsent(kind, k -> new Counted());
    }

    /** {@code persona1}: the kind's word and a number; letter case does not count. */
    String numbered(Kind kind, String original) {
        Counted known = counted(kind);
        String key = original.toLowerCase(Locale.ROOT);
        String standIn = known.get(key);
        if (standIn == null) {
            standIn = words.get(kind) + ++known.last;
            known.put(key, standIn);
        }
        return standIn;
    }

    /** Fixes what stands for an original, where it is not known yet. */
    void fix(Kind kind, String original, String standIn) {
        counted(kind).putIfAbsent(original.toLowerCase(Locale.ROOT), standIn);
    }

    /** A mail address; an office keeps its name, a public domain its own. */
    String address(String local, String domain) {
        return user(local, domain) + "@" + domain(domain);
    }

    /** The local part's stand-in: another one at each domain. */
    String user(String local, String domain) {
        return publicHosts.isOffice(local) ? local : numbered(Kind.USER, local + "@" + domain);
    }

    /** A host's or domain's name; names of one organization go on sharing theirs. */
    String domain(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String kept = publicHosts.kept(lower);
        if (kept.length() == lower.length()) {
            return ReversedAddress.masked(name, this);
        }
        if (!kept.isEmpty()) {
            return below(lower.substring(0, lower.length() - kept.length() - 1)) + "." + kept;
        }
        if (lower.indexOf('.') < 0) {
            return numbered(Kind.HOST, lower);
        }
        String organization = OrganizationalDomain.of(lower);
        String standIn = organization(organization);
        return organization.length() >= lower.length() ? standIn : numbered(Kind.HOST, lower) + "." + standIn;
    }

    private String organization(String domain) {
        Counted known = counted(Kind.DOMAIN);
        String standIn = known.get(domain);
        if (standIn == null) {
            standIn = words.get(Kind.DOMAIN) + ++known.last + ".example";
            known.put(domain, standIn);
        }
        return standIn;
    }

    /** What stands before a public ending; {@code contoso-com} before Microsoft's is contoso.com. */
    private String below(String prefix) {
        int hyphen = prefix.lastIndexOf('-');
        String domain = prefix.replace('-', '.');
        boolean tenant = hyphen > 0
                && prefix.indexOf('.') < 0
                && OrganizationalDomain.isTopLevel(domain.substring(domain.lastIndexOf('.') + 1));
        return tenant ? domain(domain).replace('.', '-') : numbered(Kind.HOST, prefix);
    }

    /** An IP address, from the networks that documentation uses; what means the same everywhere stays. */
    String ip(String address) {
        if (address.startsWith("127.")
                || address.equals("0.0.0.0")
                || address.equals("255.255.255.255")
                || address.equals("::1")
                || address.equals("::")) {
            return address;
        }
        Kind kind = address.indexOf(':') < 0 ? Kind.ADDRESS4 : Kind.ADDRESS6;
        Counted known = counted(kind);
        String key = address.toLowerCase(Locale.ROOT);
        String standIn = known.get(key);
        if (standIn == null) {
            int n = known.last++;
            if (kind == Kind.ADDRESS6) {
                standIn = "2001:db8::" + Integer.toHexString(n + 1);
            } else if (n < NETWORKS.length * HOSTS) {
                standIn = NETWORKS[n / HOSTS] + (n % HOSTS + 1);
            } else {
                standIn = "2001:db8:4::" + Integer.toHexString(n + 1);
            }
            known.put(key, standIn);
        }
        return standIn;
    }

    /** {@code 00000000-0000-4000-8000-000000000001}: a tenant's or message's number, in its own form. */
    String guid(String original) {
        Counted known = counted(Kind.GUID);
        String key = original.toLowerCase(Locale.ROOT);
        String standIn = known.get(key);
        if (standIn == null) {
            String number = "000000000000" + ++known.last;
            standIn = "00000000-0000-4000-8000-" + number.substring(number.length() - 12);
            known.put(key, standIn);
        }
        return standIn;
    }
}
