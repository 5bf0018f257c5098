package io.rimbalzo.read;

import org.jspecify.annotations.Nullable;

/**
 * The words of one answer with the wrapper of the next taken off:
 * {@code Recipient address rejected: undeliverable address: host mda.example.it[203.0.113.6] said:}.
 *
 * @param words what this server said
 * @param host  the server that the wrapper names, or null
 */
record Wrapper(String words, @Nullable String host) {

    private static final int MOST_LAYERS = 12;

    /** Takes the wrapper of the next answer off the words before it. */
    static Wrapper beforeNext(String gap) {
        String s = trimHead(gap);
        int open = s.lastIndexOf('<');
        if (open >= 0 && s.indexOf('>', open) < 0) {
            String host = HostText.name(s.substring(open + 1).strip());
            return new Wrapper(trimEnd(cutHash(s.substring(0, open))), host);
        }
        int host = s.lastIndexOf("host ");
        if (host >= 0 && s.length() - host < 300 && (s.endsWith(":") || s.endsWith("said"))) {
            return new Wrapper(trimEnd(cutColon(s.substring(0, host))), HostText.inWrapper(s.substring(host)));
        }
        return new Wrapper(trimEnd(s), null);
    }

    /** Without the signs that open an answer: {@code smtp;}, {@code ->}, quotes, {@code #}. */
    static String trimHead(String s) {
        int end = s.length();
        for (boolean trimmed = true; trimmed && end > 0; ) {
            char c = s.charAt(end - 1);
            trimmed = true;
            if (" '\"#".indexOf(c) >= 0) {
                end--;
            } else if (c == '>' && end > 1 && s.charAt(end - 2) == '-') {
                end -= 2;
            } else if (c == ';' && end > 4 && s.regionMatches(true, end - 5, "smtp", 0, 4)) {
                end -= 5;
            } else {
                trimmed = false;
            }
        }
        return s.substring(0, end);
    }

    private static String cutHash(String s) {
        String cut = s.stripTrailing();
        return cut.endsWith("#") ? cut.substring(0, cut.length() - 1) : cut;
    }

    private static String cutColon(String s) {
        String cut = s.stripTrailing();
        return cut.endsWith(":") ? cut.substring(0, cut.length() - 1) : cut;
    }

    /** Without what stands between a code and its words. */
    static String trimStart(String s) {
        int start = 0;
        while (start < s.length() && " :,;-)".indexOf(s.charAt(start)) >= 0) {
            start++;
        }
        boolean quote = start < s.length() && (s.charAt(start) == '\'' || s.charAt(start) == '"');
        return s.substring(quote && s.indexOf(s.charAt(start), start + 1) < 0 ? start + 1 : start);
    }

    /**
     * Without the signs that close a wrapper: {@code > #SMTP#}, {@code ##}, {@code '},
     * {@code (in reply to RCPT TO command)}.
     */
    static String trimEnd(String s) {
        String cut = s.strip();
        int hashes = cut.lastIndexOf("##");
        if (hashes >= 0 && cut.length() - hashes < 400) {
            cut = cut.substring(0, hashes).stripTrailing();
        }
        int length = -1;
        for (int layers = 0; layers < MOST_LAYERS && length != cut.length(); layers++) {
            length = cut.length();
            cut = cut.endsWith("#SMTP#") ? cut.substring(0, cut.length() - 6).stripTrailing() : cut;
            cut = closed(closed(closed(cut, '<', '>'), '\'', '\''), '"', '"');
            cut = closed(closed(cut, '(', ')'), '[', ']');
            int reply = cut.endsWith("command)") ? cut.lastIndexOf("(in reply to ") : -1;
            cut = reply >= 0 ? cut.substring(0, reply).stripTrailing() : cut;
        }
        return cut;
    }

    /** Without a last sign that closes what was opened before these words. */
    private static String closed(String s, char open, char close) {
        if (s.isEmpty() || s.charAt(s.length() - 1) != close) {
            return s;
        }
        int balance = 0;
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            balance += open == close ? c == close && isQuote(s, i) ? 1 : 0 : c == open ? 1 : c == close ? -1 : 0;
        }
        boolean extra = open == close ? balance % 2 == 1 : balance < 0;
        return extra ? s.substring(0, s.length() - 1).stripTrailing() : s;
    }

    /** Whether this is a quotation mark, not the apostrophe of {@code can't}. */
    private static boolean isQuote(String s, int i) {
        boolean before = i > 0 && Plain.isLetter(s.charAt(i - 1));
        boolean after = i + 1 < s.length() && Plain.isLetter(s.charAt(i + 1));
        return !(before && after);
    }
}
