package io.rimbalzo.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The addresses of a From, To, Cc or Return-Path field: {@code "Bianchi, Anna" <anna@example.it>, luca@example.it}.
 *
 * <p>Read once from left to right, with what people paste: {@code Anna [mailto:anna@example.it]; luca@example.it}. The
 * field is given undecoded (RFC 2047), since a decoded name may hold commas and addresses of its own.
 */
public final class AddressText {

    private static final int MOST = 2_000;

    private final String text;
    private int at;
    private final List<String> addresses = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean wordHasAt;
    private boolean unbalanced;
    private @Nullable String plain;
    private @Nullable String quoted;
    private @Nullable String bracketed;

    private AddressText(String text) {
        this.text = text;
    }

    /** The first address; empty for the null sender {@code <>}, null where there is none. */
    public static @Nullable String first(@Nullable String field) {
        List<String> all = all(field);
        return all.isEmpty() ? null : all.get(0);
    }

    /** The addresses as written; none for {@code Undisclosed recipients:;}. */
    public static List<String> all(@Nullable String field) {
        return field == null ? List.of() : new AddressText(field).read();
    }

    /** The domain in lower case, without a closing dot; null where the address has none. */
    public static @Nullable String domain(@Nullable String address) {
        int sign = address == null ? -1 : address.lastIndexOf('@');
        if (address == null || sign < 0) {
            return null;
        }
        String domain = address.substring(sign + 1).strip().toLowerCase(Locale.ROOT);
        int end = domain.length();
        while (end > 0 && (domain.charAt(end - 1) == '.' || domain.charAt(end - 1) == '>')) {
            end--;
        }
        domain = domain.substring(0, end);
        return domain.isEmpty() || !domain.chars().allMatch(AddressText::isDomainCharacter) ? null : domain;
    }

    private static boolean isDomainCharacter(int c) {
        return c > ' ' && "()<>,;\"\\@".indexOf(c) < 0 && !Character.isISOControl(c) && !Character.isSpaceChar(c);
    }

    private List<String> read() {
        while (at < text.length() && addresses.size() < MOST) {
            char c = text.charAt(at);
            switch (c) {
                case ',', ';' -> endAddress();
                case ':' -> colon();
                case '<' -> angle();
                case '[' -> square();
                case '(' -> comment();
                case '"' -> quotedString();
                default -> character(c);
            }
            at++;
        }
        endAddress();
        return List.copyOf(addresses);
    }

    private void character(char c) {
        if (OneLine.isSpace(c)) {
            endWord();
        } else {
            wordHasAt |= c == '@';
            word.append(c);
        }
    }

    private void endWord() {
        if (wordHasAt && word.length() > 1) {
            plain = word.toString();
        }
        word.setLength(0);
        wordHasAt = false;
    }

    /** {@code Soci:} names a group, {@code mailto:} a link; either way the name is none. */
    private void colon() {
        if (wordHasAt) {
            word.append(':');
        } else {
            word.setLength(0);
            plain = null;
        }
    }

    /** {@code <anna@example.it>}, with the route that RFC 5322 calls obsolete: {@code <@a.example,@b.example:anna@c.example>}. */
    private void angle() {
        int start = at + 1;
        at = start;
        while (at < text.length() && text.charAt(at) != '>') {
            at = text.charAt(at) == '"' ? closingQuote() + 1 : at + 1;
        }
        at = Math.min(at, text.length());
        String content = OneLine.of(text.substring(start, at));
        int route = content.startsWith("@") ? content.indexOf(':') + 1 : 0;
        bracketed = withoutScheme(content.substring(route)).replace("<", "");
    }

    /** {@code [mailto:anna@example.it]} beside a name, or the {@code [203.0.113.5]} of an address. */
    private void square() {
        int close = closing(']');
        String content = text.substring(at + 1, close);
        if (word.length() > 0 && word.charAt(word.length() - 1) == '@') {
            word.append('[').append(content).append(']');
        } else if (content.indexOf('@') >= 0) {
            bracketed = withoutScheme(content.strip());
        }
        at = close;
    }

    private int closing(char bracket) {
        int close = at + 1;
        while (close < text.length() && text.charAt(close) != bracket) {
            close++;
        }
        return close;
    }

    private static String withoutScheme(String address) {
        return address.regionMatches(true, 0, "mailto:", 0, 7) ? address.substring(7) : address;
    }

    /** A bracket or quotation mark that is never closed is a slip of the pen: the address after it counts. */
    private void comment() {
        int start = at;
        int depth = unbalanced ? 0 : 1;
        at += depth;
        while (depth > 0 && at < text.length()) {
            char c = text.charAt(at);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            at += depth == 0 ? 0 : c == '\\' ? 2 : 1;
        }
        unbalanced |= at >= text.length();
        at = unbalanced ? start : at;
    }

    /** A local part in quotes stays in the address; a name in quotes counts only where nothing else is an address. */
    private void quotedString() {
        int close = unbalanced ? text.length() : closingQuote();
        unbalanced |= close >= text.length();
        if (unbalanced) {
            return;
        }
        String content = text.substring(at + 1, close);
        boolean localPart = close + 1 < text.length() && text.charAt(close + 1) == '@';
        if (localPart) {
            word.append('"').append(content).append('"');
        } else if (content.indexOf('@') > 0 && content.chars().noneMatch(c -> OneLine.isSpace((char) c))) {
            quoted = content;
        }
        at = close;
    }

    private int closingQuote() {
        int close = at + 1;
        while (close < text.length() && text.charAt(close) != '"') {
            close += text.charAt(close) == '\\' ? 2 : 1;
        }
        return close;
    }

    private void endAddress() {
        endWord();
        String address = bracketed != null ? bracketed : plain != null ? plain : quoted;
        if (address != null) {
            addresses.add(withoutApostrophes(address));
        }
        bracketed = null;
        plain = null;
        quoted = null;
    }

    /** Some clients write {@code 'anna@example.it'}. */
    private static String withoutApostrophes(String address) {
        boolean both = address.length() > 2 && address.startsWith("'") && address.endsWith("'");
        return both ? address.substring(1, address.length() - 1) : address;
    }
}
