package io.rimbalzo.read;

import io.rimbalzo.report.MethodResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Authentication-Results, as RFC 8601 writes it ({@code mx.example.it; dkim=pass header.d=example.it}) and as Microsoft
 * does ({@code spf=none (sender IP is 203.0.113.5) smtp.mailfrom=example.it; dkim=none (message not signed)
 * header.d=none;dmarc=fail action=oreject header.from=example.it;compauth=fail reason=000}).
 */
public final class AuthenticationResults {

    private static final int LONGEST = 64 * 1024;
    private static final String NAME = "authentication-results:";

    private AuthenticationResults() {}

    /**
     * The results, in order; empty for {@code none} and for what the standard forbids: a property such as
     * {@code policy.iprev=2001:db8::1}, whose value needs quotes.
     */
    public static List<MethodResult> parse(String value) {
        ResultsReader reader = new ResultsReader(plain(value));
        List<MethodResult> results = reader.read();
        return reader.sawUnquotedColon() ? List.of() : results;
    }

    /**
     * The results, also where an IPv6 address lacks its quotes: Fastmail writes {@code policy.iprev=2001:db8::1}, and the
     * results beside it are as good as others.
     */
    public static List<MethodResult> salvage(String value) {
        return new ResultsReader(plain(value)).read();
    }

    /** Who checked: {@code mx.example.it}; null in Microsoft's dialect, which does not tell. */
    public static @Nullable String authservId(String value) {
        FieldCursor cursor = new FieldCursor(plain(value));
        cursor.skip();
        if (cursor.ahead("=;(").equals("i")) {
            skipInstance(cursor);
        }
        String name = cursor.peek() == '"' ? cursor.quoted() : cursor.word("=;(");
        cursor.skip();
        return name.isEmpty() || cursor.peek() == '=' ? null : name;
    }

    /** The {@code i=} of an ARC-Authentication-Results; 0 where there is none. */
    static int instance(String value) {
        FieldCursor cursor = new FieldCursor(plain(value));
        cursor.skip();
        return cursor.ahead("=;(").equals("i") ? number(skipInstance(cursor)) : 0;
    }

    private static String skipInstance(FieldCursor cursor) {
        cursor.word("=;(");
        cursor.skip();
        cursor.take('=');
        cursor.skip();
        String number = cursor.value();
        cursor.skip();
        cursor.take(';');
        cursor.skip();
        return number;
    }

    /** RFC 8617 allows 1 to 50. */
    private static int number(String digits) {
        boolean number =
                !digits.isEmpty() && digits.length() <= 2 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Integer.parseInt(digits) : 0;
    }

    /** Bounded, without the field's own name, and without the =3D that a pasted quoted-printable source leaves. */
    private static String plain(String value) {
        if (value == null) {
            return "";
        }
        String text = value.length() > LONGEST ? value.substring(0, LONGEST) : value;
        text = text.regionMatches(true, 0, NAME, 0, NAME.length()) ? text.substring(NAME.length()) : text;
        boolean quotedPrintable = text.contains("spf=3D") || text.contains("dkim=3D") || text.contains("dmarc=3D");
        return quotedPrintable ? text.replace("=3D", "=") : text;
    }
}
