package io.rimbalzo.read;

import io.rimbalzo.report.Servers;
import java.util.LinkedHashMap;
import java.util.Map;

/** Bracketed facts of an answer: {@code [LastAttemptedServerName=mail.example.it]}. */
final class Details {

    private static final int MOST = 30;
    private static final int LONGEST = 500;

    private Details() {}

    /** Names and values, in the order of the text; of a message trace, those that are not empty. */
    static Map<String, String> of(String text) {
        Map<String, String> details = new LinkedHashMap<>();
        Trace trace = Trace.of(text);
        if (trace != null) {
            trace.pairs().forEach((name, value) -> {
                if (!value.isEmpty() && !name.equals("LED")) {
                    details.put(name, value);
                }
            });
        }
        int open = text.indexOf('[');
        for (int tries = 0;
                open >= 0 && tries < 10 * MOST && details.size() < MOST;
                open = text.indexOf('[', open + 1)) {
            int equals = name(text, open + 1);
            tries++;
            if (equals > 0) {
                details.putIfAbsent(text.substring(open + 1, equals), value(text, equals + 1));
            }
        }
        return details;
    }

    /** The servers, with the one that was tried last as the other one where no other is named. */
    static Servers servers(Servers named, Map<String, String> details) {
        String tried = details.getOrDefault("LastAttemptedServerName", "");
        boolean other = named.remote() == null && HostText.isName(tried) && !tried.equalsIgnoreCase(named.generating());
        return other ? new Servers(named.generating(), tried) : named;
    }

    /** Where the sign = stands after a name that begins here, or -1. */
    private static int name(String s, int from) {
        int i = from;
        while (i < s.length() && i - from < 60 && (Plain.isLetter(s.charAt(i)) || Plain.isDigit(s.charAt(i)))) {
            i++;
        }
        return i > from && i < s.length() && s.charAt(i) == '=' ? i : -1;
    }

    /** Up to the closing bracket; a report sometimes forgets it before the next one opens. */
    private static String value(String s, int from) {
        String window = s.substring(from, Math.min(s.length(), from + LONGEST));
        int close = window.indexOf(']');
        int next = window.indexOf(" [");
        int end = close < 0 ? window.length() : next >= 0 && next < close ? next : close;
        return window.substring(0, end).strip();
    }
}
