package io.rimbalzo.rule;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words and signs of one piece of a rule, each with its place; what no rule needs becomes a sign that no reader takes. */
final class Tokens {

    private static final List<String> SIGNS =
            List.of("==", "!=", "<=", ">=", "&&", "||", "<", ">", "(", ")", ",", ".", ";", ":", "!", "@");
    private static final int MOST_DIGITS = 9;
    /** How much of a text a complaint shows. */
    private static final int SHOWN = 30;

    private record Token(String text, Place place) {}

    private final List<Token> tokens = new ArrayList<>();
    private final String text;
    private final String file;
    private int next;
    private int line;
    private int lineStart;
    private Place end;

    /** All of a text that begins at {@code start}. */
    Tokens(String text, Place start) {
        this(text, start, null);
    }

    /** A text up to the word {@code last}, and without what follows it. */
    Tokens(String text, Place start, @Nullable String last) {
        this.text = text;
        file = start.file();
        line = start.line();
        lineStart = 1 - start.column();
        for (int i = skip(0);
                i < text.length()
                        && (tokens.isEmpty() || !peek(tokens.size() - 1).equals(last)); ) {
            int to = end(i);
            tokens.add(new Token(text.substring(i, to), place(i)));
            end = place(to);
            i = skip(to);
        }
        end = end == null ? start : end;
    }

    private Place place(int at) {
        return new Place(file, line, at - lineStart + 1);
    }

    /** Past white space and line comments. */
    private int skip(int i) {
        while (i < text.length() && (Character.isWhitespace(text.charAt(i)) || text.startsWith("//", i))) {
            if (text.charAt(i) == '/') {
                int lineEnd = text.indexOf('\n', i);
                i = lineEnd < 0 ? text.length() : lineEnd;
            } else if (text.charAt(i++) == '\n') {
                line++;
                lineStart = i;
            }
        }
        return i;
    }

    private int end(int start) {
        char c = text.charAt(start);
        if (c == '"') {
            return quoted(start);
        }
        int i = start + 1;
        if (isDigit(c) || c == '-') {
            while (i < text.length() && isDigit(text.charAt(i))) {
                i++;
            }
            return i;
        }
        if (Character.isJavaIdentifierStart(c)) {
            while (i < text.length() && Character.isJavaIdentifierPart(text.charAt(i))) {
                i++;
            }
            return i;
        }
        return start
                + SIGNS.stream()
                        .filter(sign -> text.startsWith(sign, start))
                        .mapToInt(String::length)
                        .findFirst()
                        .orElse(1);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private int quoted(int start) {
        for (int i = start + 1; i < text.length() && text.charAt(i) != '\n'; i++) {
            if (text.charAt(i) == '"') {
                return i + 1;
            }
            if (text.charAt(i) == '\\' && (++i >= text.length() || "\"\\".indexOf(text.charAt(i)) < 0)) {
                throw new Refused.Here(place(start), "backslash");
            }
        }
        String found = text.substring(start, Math.min(text.length(), start + SHOWN));
        throw new Refused.Here(
                place(start), "text-open", "found", found.lines().findFirst().orElse(""));
    }

    boolean end() {
        return next >= tokens.size();
    }

    Place place() {
        return end() ? end : tokens.get(next).place;
    }

    String peek() {
        return peek(next);
    }

    String second() {
        return peek(next + 1);
    }

    private String peek(int index) {
        return index < tokens.size() ? tokens.get(index).text : "";
    }

    String take() {
        if (end()) {
            throw new Refused.Here(end, "end");
        }
        return tokens.get(next++).text;
    }

    boolean take(String expected) {
        boolean found = peek().equals(expected);
        next += found ? 1 : 0;
        return found;
    }

    void want(String expected) {
        Place place = place();
        if (!take(expected)) {
            throw new Refused.Here(
                    place, end() ? "expected-at-end" : "expected", "expected", expected, "found", peek());
        }
    }

    void wantEnd() {
        if (!end()) {
            throw new Refused.Here(place(), "not-here", "found", peek());
        }
    }

    /** A name: a field, a word, a variable. */
    String name() {
        Place place = place();
        String name = take();
        if (!Character.isJavaIdentifierStart(name.charAt(0))) {
            throw new Refused.Here(place, "name-expected", "found", name);
        }
        return name;
    }

    boolean isVariable() {
        return peek().startsWith("$");
    }

    /** A text or number; {@code of} is what it is for, in a complaint that it is not of its type. */
    Object literal(Class<?> type, String of) {
        Place place = place();
        String token = take();
        boolean quoted = token.startsWith("\"");
        if (!quoted && !isNumber(token)) {
            throw new Refused.Here(place, "literal-expected", "found", token);
        }
        if (quoted != (type == String.class)) {
            throw new Refused.Here(place, quoted ? "text-for-number" : "number-for-text", "found", token, "of", of);
        }
        return quoted ? (Object) unquoted(token) : Integer.valueOf(token);
    }

    private static boolean isNumber(String token) {
        int digits = token.startsWith("-") ? token.length() - 1 : token.length();
        return digits > 0 && digits <= MOST_DIGITS && isDigit(token.charAt(token.length() - 1));
    }

    private static String unquoted(String token) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i < token.length() - 1; i++) {
            i += token.charAt(i) == '\\' ? 1 : 0;
            text.append(token.charAt(i));
        }
        return text.toString();
    }

    /** A text where nothing else can stand. */
    String text() {
        if (!peek().startsWith("\"")) {
            throw new Refused.Here(place(), end() ? "end" : "text-expected", "found", peek());
        }
        return unquoted(take());
    }
}
