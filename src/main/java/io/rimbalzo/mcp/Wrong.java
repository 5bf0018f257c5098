package io.rimbalzo.mcp;

/** A call that cannot be answered, told to the model in a sentence: “wem” isn’t a person to answer. ... */
final class Wrong extends Exception {

    private static final long serialVersionUID = 1;

    Wrong(String sentence) {
        super(sentence);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
