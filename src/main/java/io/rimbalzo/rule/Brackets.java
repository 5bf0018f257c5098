package io.rimbalzo.rule;

/** Finds the bracket that nobody closed: in {@code Reply( says("x" )} it is the first. */
final class Brackets {

    private static final String RULE = "\nrule ";

    private Brackets() {}

    /** The first bracket of the rule around {@code end} that is open before the words then or end; -1 where there is none. */
    static int open(String text, int end) {
        int from = Math.max(0, text.lastIndexOf(RULE, end));
        int first = -1;
        int depth = 0;
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            if (c == '"') {
                i = closing(text, i);
            } else if (text.startsWith("//", i)) {
                i = text.indexOf('\n', i) < 0 ? end : text.indexOf('\n', i);
            } else if (c == '(') {
                first = depth++ == 0 ? i : first;
            } else if (c == ')') {
                depth--;
            } else if (c == '\n' && (text.startsWith("then", i + 1) || text.startsWith("end", i + 1))) {
                break;
            }
        }
        return depth > 0 ? first : -1;
    }

    private static int closing(String text, int quote) {
        int i = quote + 1;
        while (i < text.length() && text.charAt(i) != '"' && text.charAt(i) != '\n') {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return i;
    }
}
