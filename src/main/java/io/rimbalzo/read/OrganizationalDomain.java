package io.rimbalzo.read;

import de.malkusch.whoisServerList.publicSuffixList.PublicSuffixList;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The domain under which an organization registered (RFC 7489 section 3.2): {@code example.co.uk} for
 * {@code mail.example.co.uk}.
 *
 * <p>The public suffix list is read when it is first needed, which is rare: two domains whose last two labels differ
 * cannot share an organizational domain, whatever the list says.
 */
public final class OrganizationalDomain {

    private static final int LONGEST = 253;

    private OrganizationalDomain() {}

    /**
     * The list that the library carries, read on first use. Its own parser builds an index in 200 ms, as much as all else
     * that a first answer needs; a set of the rules takes a quarter of it.
     */
    private static final class Suffixes {

        private static final String LIST = "/effective_tld_names.dat";
        private static final Set<String> RULES = load();

        private static Set<String> load() {
            try (InputStream list = PublicSuffixList.class.getResourceAsStream(LIST);
                    BufferedReader lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
                Set<String> rules = lines.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("//"))
                        .collect(Collectors.toCollection(() -> new HashSet<>(1 << 15)));
                // Each tenant of Microsoft 365 has its own name below these, which the list does not know.
                rules.addAll(List.of("onmicrosoft.com", "mail.onmicrosoft.com"));
                return rules;
            } catch (IOException unreadable) {
                throw new UncheckedIOException(LIST, unreadable);
            }
        }
    }

    /** Whether two domains belong to the same organization. */
    static boolean same(String domain, String other) {
        String one = tidy(domain);
        String two = tidy(other);
        if (one.equals(two)) {
            return true;
        }
        return lastTwoLabels(one).equals(lastTwoLabels(two)) && of(one).equals(of(two));
    }

    /** The organizational domain; the domain itself where it is a public suffix or no domain at all. */
    public static String of(String domain) {
        String tidy = tidy(domain);
        if (!isDomain(tidy) || IpAddress.is(tidy)) {
            return tidy;
        }
        String shorter = tidy;
        String below = tidy;
        while (!isSuffix(shorter) && shorter.indexOf('.') >= 0) {
            below = shorter;
            shorter = isException(shorter) ? "" : parent(shorter);
        }
        return below;
    }

    /** Whether a label, in lower case, ends names on the internet: {@code it} does, {@code notauthorized} does not. */
    public static boolean isTopLevel(String label) {
        return Suffixes.RULES.contains(label) || Suffixes.RULES.contains("*." + label);
    }

    /** Rules of the list: {@code co.uk}; {@code *.ck}, any name below ck, unless it is an exception. */
    private static boolean isSuffix(String name) {
        boolean any = Suffixes.RULES.contains("*." + parent(name));
        return (any || Suffixes.RULES.contains(name)) && !isException(name);
    }

    /** {@code !www.ck}: a name that someone registered where others cannot. */
    private static boolean isException(String name) {
        return Suffixes.RULES.contains("!" + name);
    }

    private static String parent(String name) {
        return name.substring(name.indexOf('.') + 1);
    }

    private static String lastTwoLabels(String domain) {
        int last = domain.lastIndexOf('.');
        return domain.substring(domain.lastIndexOf('.', last - 1) + 1);
    }

    private static String tidy(String domain) {
        String lower = domain.toLowerCase(Locale.ROOT);
        lower = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
        return lower.contains("xn--") && isDomain(lower) ? IDN.toUnicode(lower) : lower;
    }

    /** Letters of any script, digits, hyphens and underscores, in labels that are not empty. */
    private static boolean isDomain(String text) {
        if (text.isEmpty() || text.length() > LONGEST || text.startsWith(".") || text.contains("..")) {
            return false;
        }
        return text.codePoints()
                .allMatch(
                        c -> c == '.' || c == '-' || c == '_' || c > 0x7F || c < 0x7F && Character.isLetterOrDigit(c));
    }
}
