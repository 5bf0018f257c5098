package io.rimbalzo.report;

/** One header field: {@code List-Id: <soci.example.org>}; the name as written, the value unfolded and decoded. */
public record HeaderField(String name, String value) {

    /** The field as one line, as evidence shows it. */
    public String line() {
        return name + ": " + value;
    }
}
