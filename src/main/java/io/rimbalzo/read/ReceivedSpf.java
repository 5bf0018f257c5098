package io.rimbalzo.read;

import io.rimbalzo.report.MethodResult;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Received-SPF (RFC 7208 section 9.1): {@code Fail (protection.outlook.com: domain of contoso.com does not designate
 * 203.0.113.80 as permitted sender) receiver=protection.outlook.com; client-ip=203.0.113.80; helo=crm.contoso.com;}.
 */
public final class ReceivedSpf {

    private static final int LONGEST = 64 * 1024;
    private static final int LONGEST_RESULT = 20;
    private static final int MOST_PAIRS = 100;

    private ReceivedSpf() {}

    /** The result, its method being {@code spf}; null where the value begins with no result. */
    public static @Nullable MethodResult parse(String value) {
        String text = value == null ? "" : value.substring(0, Math.min(value.length(), LONGEST));
        FieldCursor cursor = new FieldCursor(text);
        cursor.skip();
        String result = cursor.word(";=(").toLowerCase(Locale.ROOT);
        String comment = cursor.skip();
        if (!isWord(result) || cursor.peek() == '=') {
            return null;
        }
        Map<String, String> properties = pairs(cursor);
        complete(properties, SpfComment.of(comment));
        return new MethodResult(
                "spf",
                result,
                null,
                comment == null || comment.isEmpty() ? null : comment,
                Collections.unmodifiableMap(properties),
                "Received-SPF: " + OneLine.of(text));
    }

    private static boolean isWord(String result) {
        return !result.isEmpty()
                && result.length() <= LONGEST_RESULT
                && result.chars().allMatch(c -> c >= 'a' && c <= 'z');
    }

    private static Map<String, String> pairs(FieldCursor cursor) {
        Map<String, String> pairs = new LinkedHashMap<>();
        while (!cursor.atEnd() && pairs.size() < MOST_PAIRS) {
            String name = cursor.word(";=(\"").toLowerCase(Locale.ROOT);
            cursor.skip();
            if (cursor.take('=')) {
                cursor.skip();
                put(pairs, name, cursor.value());
            } else if (name.isEmpty()) {
                cursor.step();
            }
            cursor.skip();
        }
        return pairs;
    }

    /** The keys get the names that Authentication-Results has for the same things. */
    private static void put(Map<String, String> pairs, String key, String value) {
        String name = switch (key) {
            case "envelope-from" -> "smtp.mailfrom";
            case "helo" -> "smtp.helo";
            default -> key;
        };
        boolean angles = value.length() > 1 && value.startsWith("<") && value.endsWith(">");
        String bare = angles ? value.substring(1, value.length() - 1) : value;
        if (!name.isEmpty() && !bare.isEmpty() && !bare.equals("@")) {
            pairs.putIfAbsent(name, bare);
        }
    }

    private static void complete(Map<String, String> properties, SpfComment comment) {
        boolean ofHelo = "helo".equalsIgnoreCase(properties.get("identity"));
        if (comment.domain() != null) {
            properties.putIfAbsent(ofHelo ? "smtp.helo" : "smtp.mailfrom", comment.domain());
        }
        if (comment.ip() != null) {
            properties.putIfAbsent("client-ip", comment.ip());
        }
    }
}
