package io.rimbalzo.guidance;

/** Words that cannot be used: {@code i18n/tls_it.properties:12: ...}, one sentence with its place. */
public final class BrokenWords extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BrokenWords(String file, int line, String message) {
        super(file + ":" + line + ": " + message, null, false, false);
    }
}
