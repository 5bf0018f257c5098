package io.rimbalzo.guidance;

import io.rimbalzo.report.Sentence;

/** Words that cannot be used: {@code i18n/tls_it.properties:12: ...}, one sentence with its place. */
public final class BrokenWords extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final int line;
    private final transient Sentence sentence;

    /** {@code sentence} is one of check.words, for {@link Words} to tell in the reader's language. */
    public BrokenWords(String file, int line, Sentence sentence) {
        super(file + ":" + line + ": " + sentence.english(), null, false, false);
        this.file = file;
        this.line = line;
        this.sentence = sentence;
    }

    /** {@code line} is the key check.words.line. */
    public static Sentence sentence(String key, String... values) {
        return Sentence.of("check.words." + key, values);
    }

    public String file() {
        return file;
    }

    /** From 1. */
    public int line() {
        return line;
    }

    public Sentence sentence() {
        return sentence;
    }
}
