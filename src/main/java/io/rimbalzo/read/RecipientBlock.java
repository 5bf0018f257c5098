package io.rimbalzo.read;

import org.jspecify.annotations.Nullable;

/** What a mail server's prose tells of one recipient: the lines below {@code <luca@example.it>:}. */
final class RecipientBlock {

    private static final int LONGEST = 8_000;

    final String address;
    final int indent;
    final StringBuilder answer = new StringBuilder();

    @Nullable
    String notice;

    boolean closed;

    RecipientBlock(String address, int indent) {
        this.address = address;
        this.indent = indent;
    }

    void append(String line) {
        String s = line.strip();
        Mark mark = Mark.at(s, 0);
        // in a transcript, 220 mx.example.it ESMTP: nothing is refused there
        boolean positive = mark != null && mark.reply() / 100 == 2;
        if (!positive && answer.length() < LONGEST && s.chars().anyMatch(c -> Plain.isLetterOrDigit((char) c))) {
            answer.append(joint(mark)).append(s);
        }
    }

    /** An answer that begins a line below other words begins an answer there too. */
    private String joint(@Nullable Mark mark) {
        if (answer.length() == 0) {
            return "";
        }
        boolean begins = mark != null
                && mark.reply() > 0
                && answer.charAt(answer.length() - 1) != ':'
                && Mark.all(answer.toString()).isEmpty();
        return begins ? ": " : " ";
    }
}
