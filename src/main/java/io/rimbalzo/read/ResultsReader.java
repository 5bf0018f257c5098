package io.rimbalzo.read;

import io.rimbalzo.report.MethodResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one value of Authentication-Results, item by item: {@code dkim=fail}, {@code header.d=example.it}. */
final class ResultsReader {

    private static final int MOST = 500;
    private static final int LONGEST_KEYWORD = 40;

    /** These begin a new result even where the semicolon before them is missing. */
    private static final Set<String> METHODS = Set.of(
            "spf",
            "dkim",
            "dmarc",
            "compauth",
            "arc",
            "dkim-adsp",
            "dkim-atps",
            "domainkeys",
            "sender-id",
            "iprev",
            "bimi");

    /** These never are methods, though they stand where one could: {@code dmarc=fail action=oreject}. */
    private static final Set<String> PROPERTIES = Set.of(
            "action",
            "reason",
            "i",
            "p",
            "sp",
            "pct",
            "dis",
            "version",
            "cipher",
            "bits",
            "client-ip",
            "envelope-from",
            "helo",
            "identity",
            "receiver",
            "mechanism");

    private final FieldCursor cursor;
    private final List<MethodResult> results = new ArrayList<>();
    private @Nullable Open open;
    private boolean firstOfPart = true;
    private boolean unquotedColon;

    ResultsReader(String value) {
        cursor = new FieldCursor(value);
    }

    /** A result whose properties are still being read. */
    private static final class Open {
        private final String method;
        private final String result;
        private final @Nullable String comment;
        private final int start;
        private int end;
        private final Map<String, String> properties = new LinkedHashMap<>();

        Open(String method, String result, @Nullable String comment, int start) {
            this.method = method;
            this.result = result;
            this.comment = comment;
            this.start = start;
        }
    }

    List<MethodResult> read() {
        cursor.skip();
        while (!cursor.atEnd() && results.size() < MOST) {
            if (cursor.take(';')) {
                firstOfPart = true;
            } else {
                item();
            }
            cursor.skip();
        }
        close();
        return List.copyOf(results);
    }

    /** Whether a property had a value that RFC 8601 allows in quotes only. */
    boolean sawUnquotedColon() {
        return unquotedColon;
    }

    private void item() {
        int start = cursor.at();
        if (cursor.peek() == '"') {
            cursor.quoted();
            return;
        }
        String name = name();
        if (!cursor.take('=')) {
            return;
        }
        boolean gap = cursor.atSpace();
        cursor.skip();
        boolean quoted = cursor.peek() == '"';
        String value = gap && isItem(cursor.ahead(";(\"")) ? "" : cursor.value();
        if (begins(name, value)) {
            begin(name, value, start);
        } else if (METHODS.contains(name)) {
            close();
        } else if (open != null && !name.isEmpty() && !name.equals("from")) {
            property(open, name, value, quoted);
        }
        firstOfPart = false;
    }

    /** {@code dkim}, {@code dkim/1} without its version, {@code policy (a comment) . expired}; in lower case. */
    private String name() {
        StringBuilder name = new StringBuilder(cursor.word(";=(\""));
        cursor.skip();
        while (isJoint(cursor.peek()) || name.length() > 0 && isJoint(name.charAt(name.length() - 1))) {
            String more = cursor.word(";=(\"");
            if (more.isEmpty()) {
                break;
            }
            name.append(more);
            cursor.skip();
        }
        int version = name.indexOf("/");
        return name.substring(0, version < 0 ? name.length() : version).toLowerCase(Locale.ROOT);
    }

    private static boolean isJoint(char c) {
        return c == '.' || c == '/';
    }

    /** Whether the value is missing and the next item follows: {@code smtp.mailfrom= smtp.helo=mail.example.it}. */
    private static boolean isItem(String word) {
        String name = word.substring(0, Math.max(word.indexOf('='), 0)).toLowerCase(Locale.ROOT);
        return name.indexOf('.') > 0 || METHODS.contains(name);
    }

    private boolean begins(String name, String value) {
        return isKeyword(name)
                && isKeyword(value)
                && !PROPERTIES.contains(name)
                && (firstOfPart || METHODS.contains(name));
    }

    private static boolean isKeyword(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' && i > 0)) {
                return false;
            }
        }
        return !word.isEmpty() && word.length() <= LONGEST_KEYWORD;
    }

    private void begin(String name, String value, int start) {
        close();
        String comment = cursor.skip();
        open = new Open(
                name, value.toLowerCase(Locale.ROOT), comment == null || comment.isEmpty() ? null : comment, start);
        open.end = cursor.solid();
    }

    private void property(Open open, String name, String value, boolean quoted) {
        unquotedColon |= !quoted && name.indexOf('.') > 0 && value.indexOf(':') >= 0 && value.indexOf('@') < 0;
        open.properties.putIfAbsent(name, bare(value));
        cursor.skip();
        open.end = cursor.solid();
    }

    private static String bare(String value) {
        boolean angles = value.length() > 1 && value.startsWith("<") && value.endsWith(">");
        return angles ? value.substring(1, value.length() - 1) : value;
    }

    private void close() {
        if (open == null) {
            return;
        }
        String ip = open.comment != null && open.method.equals("spf") ? IpAddress.firstIn(open.comment) : null;
        if (ip != null) {
            open.properties.putIfAbsent("client-ip", ip);
        }
        results.add(new MethodResult(
                open.method,
                open.result,
                open.properties.get("reason"),
                open.comment,
                Collections.unmodifiableMap(open.properties),
                cursor.between(open.start, open.end)));
        open = null;
    }
}
