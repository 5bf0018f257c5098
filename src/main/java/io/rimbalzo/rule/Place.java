package io.rimbalzo.rule;

/**
 * Where something stands in a rule file: {@code rules/tls.drl:16:7}.
 *
 * @param line   from 1
 * @param column from 1, or 0 where only the line is known
 */
public record Place(String file, int line, int column) {

    /** So begin the names of an organization's own files: {@code site/rules/tls.drl}. */
    public static final String SITE = "site/";

    public Place(String file, int line) {
        this(file, line, 0);
    }

    /** Whether it stands in an organization's own file. */
    public boolean isSite() {
        return file.startsWith(SITE);
    }

    @Override
    public String toString() {
        return file + ":" + line + (column > 0 ? ":" + column : "");
    }
}
