package io.rimbalzo.read;

import org.jspecify.annotations.Nullable;

/**
 * What receivers say of an SPF result in brackets: {@code (google.com: domain of a@example.it designates 203.0.113.5 as
 * permitted sender)}, {@code (sender IP is 203.0.113.5)}.
 *
 * @param domain the address or domain that was checked, or null
 * @param ip     the address that connected, or null
 */
record SpfComment(@Nullable String domain, @Nullable String ip) {

    static SpfComment of(@Nullable String comment) {
        return comment == null
                ? new SpfComment(null, null)
                : new SpfComment(domain(comment), IpAddress.firstIn(comment));
    }

    /** {@code domain of X ...}, {@code X does not designate ...}, {@code authorized to use 'X' in ...}. */
    private static @Nullable String domain(String comment) {
        int of = comment.indexOf("domain of ");
        if (of >= 0) {
            return checked(wordFrom(comment, of + "domain of ".length()));
        }
        int use = comment.indexOf("to use '");
        if (use >= 0) {
            return checked(wordFrom(comment, use + "to use '".length()));
        }
        int designates =
                comment.indexOf(comment.contains(" does not designate") ? " does not designate" : " designates");
        return designates < 0 ? null : checked(wordBefore(comment, designates));
    }

    private static String wordFrom(String text, int start) {
        int end = start;
        while (end < text.length() && !OneLine.isSpace(text.charAt(end)) && text.charAt(end) != '\'') {
            end++;
        }
        return text.substring(start, end);
    }

    private static String wordBefore(String text, int end) {
        int start = end;
        while (start > 0 && !OneLine.isSpace(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start, end);
    }

    /** Servers leave the place empty for the null sender, and other words or {@code @} stand there. */
    private static @Nullable String checked(String word) {
        return word.length() > 2 && word.indexOf('.') >= 0 && !word.endsWith(":") ? word : null;
    }
}
