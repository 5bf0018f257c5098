package io.rimbalzo.cli;

import java.util.List;

/** A command was asked for what it cannot do: {@code --format jsn}; each sentence tells one thing, none where all is told. */
final class WrongUsage extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final List<String> sentences;

    WrongUsage(List<String> sentences) {
        super(String.join(" ", sentences), null, false, false);
        this.sentences = List.copyOf(sentences);
    }

    List<String> sentences() {
        return sentences;
    }
}
