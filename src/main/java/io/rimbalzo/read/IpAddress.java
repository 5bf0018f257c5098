package io.rimbalzo.read;

import org.jspecify.annotations.Nullable;

/** Recognises address literals: {@code 203.0.113.5}, {@code 2001:db8::1}. No name is ever looked up. */
public final class IpAddress {

    private static final int LONGEST = 45;

    private IpAddress() {}

    /** Whether the whole text is one address. */
    public static boolean is(String text) {
        return text.indexOf(':') >= 0 ? isV6(text) : isV4(text);
    }

    /** The first address in a text, one in square brackets before others: {@code mail.example.it [203.0.113.5]}. */
    static @Nullable String firstIn(String text) {
        String found = null;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && isPart(text.charAt(i))) {
                continue;
            }
            String address = address(text, start, i);
            if (address != null && start > 0 && text.charAt(start - 1) == '[') {
                return address;
            }
            found = found == null ? address : found;
            start = i + 1;
        }
        return found;
    }

    private static boolean isPart(char c) {
        return c == ':'
                || c == '.'
                || c >= '0' && c <= '9'
                || c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c == '-'
                || c == '_';
    }

    private static @Nullable String address(String text, int start, int end) {
        if (end - start < 2 || end - start > LONGEST + "IPv6:.".length()) {
            return null;
        }
        String word = text.substring(start, end);
        word = word.regionMatches(true, 0, "IPv6:", 0, 5) ? word.substring(5) : word;
        if (word.endsWith(".") || word.endsWith(":") && !word.endsWith("::")) {
            word = word.substring(0, word.length() - 1);
        }
        int port = word.indexOf(':');
        if (port > 0 && port == word.lastIndexOf(':')) {
            word = word.substring(0, port);
        }
        return is(word) ? word : null;
    }

    private static boolean isV4(String text) {
        int groups = 0;
        int digits = 0;
        int number = 0;
        for (int i = 0; i <= text.length() && groups < 5; i++) {
            char c = i < text.length() ? text.charAt(i) : '.';
            if (c >= '0' && c <= '9' && digits < 3) {
                number = number * 10 + c - '0';
                digits++;
            } else if (c == '.' && digits > 0 && number <= 255) {
                groups++;
                digits = 0;
                number = 0;
            } else {
                return false;
            }
        }
        return groups == 4;
    }

    private static boolean isV6(String text) {
        int gap = text.indexOf("::");
        if (text.length() > LONGEST || gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
            return false;
        }
        int lastColon = text.lastIndexOf(':');
        boolean mapped = text.indexOf('.', lastColon) > 0;
        if (mapped && !isV4(text.substring(lastColon + 1))) {
            return false;
        }
        int groups = groups(mapped ? text.substring(0, lastColon) + ":0:0" : text, gap >= 0);
        return gap >= 0 ? groups >= 0 && groups < 8 : groups == 8;
    }

    /** How many groups of up to four hexadecimal digits there are; -1 where one is none, or empty without {@code ::}. */
    private static int groups(String text, boolean gap) {
        int groups = 0;
        for (String group : text.split(":", -1)) {
            if (group.length() > 4 || group.isEmpty() && !gap) {
                return -1;
            }
            for (int i = 0; i < group.length(); i++) {
                if (Character.digit(group.charAt(i), 16) < 0 || group.charAt(i) > 'f') {
                    return -1;
                }
            }
            groups += group.isEmpty() ? 0 : 1;
        }
        return groups;
    }
}
