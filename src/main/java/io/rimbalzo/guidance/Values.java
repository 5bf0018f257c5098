package io.rimbalzo.guidance;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was read and may stand in a text or a command: {@code recipientDomain = contoso.com}. */
public final class Values {

    /** Longer values are cut in texts: nothing that a message holds may flood an answer. */
    private static final int LONGEST = 200;

    private final Map<String, Object> values = new LinkedHashMap<>();

    /** Keeps the value, unless it is null or empty. */
    public Values put(String name, @Nullable Object value) {
        if (value instanceof String text) {
            String clean = clean(text);
            if (!clean.isEmpty()) {
                values.put(name, clean);
            }
        } else if (value != null) {
            values.put(name, value);
        }
        return this;
    }

    Map<String, ?> inText() {
        return values;
    }

    /** Without control characters, which a terminal would obey, and on one line. */
    private static String clean(String text) {
        StringBuilder clean = new StringBuilder();
        text.strip()
                .codePoints()
                .limit(LONGEST)
                .forEach(c -> clean.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
        return clean.toString();
    }

    /**
     * A command with its values. Only known names between braces are replaced, all other braces stay; a value is used
     * only when it has the syntax of a domain, an address or an IP address, else a stand-in such as {@code <dominio>}.
     */
    String inCommand(String command, Words words) {
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (int open = command.indexOf('{'); open >= 0; open = command.indexOf('{', open + 1)) {
            int close = command.indexOf('}', open);
            String name = close < 0 ? "" : command.substring(open + 1, close);
            if (isName(name) && words.has("placeholder." + name)) {
                Object value = values.get(name);
                text.append(command, from, open);
                text.append(value instanceof String s && harmless(s) ? s : words.raw("placeholder." + name));
                from = close + 1;
            }
        }
        return text.append(command, from, command.length()).toString();
    }

    private static boolean isName(String text) {
        return !text.isEmpty() && text.length() < 40 && text.chars().allMatch(c -> letterOrDigit((char) c));
    }

    /** Letters and digits with {@code . - _ : @ +} within: nothing that a shell or PowerShell gives a meaning to. */
    static boolean harmless(String value) {
        if (value.isEmpty() || value.length() > 254 || !letterOrDigit(value.charAt(0))) {
            return false;
        }
        return value.chars().allMatch(c -> letterOrDigit((char) c) || "._-:@+".indexOf(c) >= 0);
    }

    private static boolean letterOrDigit(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }
}
