package io.rimbalzo.render;

/** Lines of text for a terminal, wrapped at its width, with colour only where it is wanted. */
public final class Lines {

    /** How something stands out; without colour it does not. */
    public enum Ink {
        PLAIN(""),
        BOLD("1"),
        RED("1;31"),
        FAINT("2"),
        CYAN("36");

        private final String code;

        Ink(String code) {
            this.code = code;
        }
    }

    private final StringBuilder out = new StringBuilder();
    private final int width;
    private final boolean colour;

    /** @param width in characters; longer lines are wrapped */
    public Lines(int width, boolean colour) {
        this.width = width;
        this.colour = colour;
    }

    /** An empty line, but for the first. */
    public Lines blank() {
        if (out.length() > 0) {
            out.append('\n');
        }
        return this;
    }

    /** A paragraph, each of its lines indented. */
    public Lines text(int indent, String text, Ink ink) {
        return hanging(" ".repeat(indent), " ".repeat(indent), text, ink);
    }

    /** A paragraph whose first line begins with a mark: {@code 1. Verificare ...}. */
    public Lines hanging(String first, String others, String text, Ink ink) {
        StringBuilder line = new StringBuilder();
        String lead = first;
        for (String word : Clean.words(text)) {
            if (line.length() > 0 && lead.length() + length(line) + 1 + length(word) > width) {
                write(lead, line.toString(), ink);
                line.setLength(0);
                lead = others;
            }
            line.append(line.length() > 0 ? " " : "").append(word);
        }
        write(lead, line.toString(), ink);
        return this;
    }

    /** A line as it is, never wrapped: a command to copy. */
    public Lines exact(int indent, String text, Ink ink) {
        write(" ".repeat(indent), Clean.line(text), ink);
        return this;
    }

    /** A line that carries its own colours. */
    Lines strip(int indent, String inked) {
        out.append(" ".repeat(indent)).append(inked).append('\n');
        return this;
    }

    private static int length(CharSequence text) {
        return Character.codePointCount(text, 0, text.length());
    }

    private void write(String lead, String text, Ink ink) {
        out.append(lead).append(ink(text, ink)).append('\n');
    }

    String ink(String text, Ink ink) {
        return colour && !ink.code.isEmpty() && !text.isEmpty()
                ? "\u001B[" + ink.code + "m" + text + "\u001B[0m"
                : text;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
