package io.rimbalzo;

import io.rimbalzo.report.Sentence;
import java.io.IOException;

/** A file of the knowledge that cannot be read as text: {@code rules/tls.drl:3: this is not UTF-8 ...}. */
public final class UnusableFile extends IOException {

    private static final long serialVersionUID = 1;

    private final String file;
    private final int line;
    private final transient Sentence sentence;

    UnusableFile(String file, int line, Sentence sentence) {
        super(file + ":" + line + ": " + sentence.english());
        this.file = file;
        this.line = line;
        this.sentence = sentence;
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
