package io.rimbalzo.read;

/**
 * How much the reader takes.
 *
 * @param bytes   of the whole input: more is too large
 * @param parts   of one mail: those after them are not read
 * @param depth   of mails and multiparts in one another: deeper ones are not read
 * @param headers of one mail or part: those after them are not read
 */
public record Limits(int bytes, int parts, int depth, int headers) {

    public static final Limits DEFAULT = new Limits(25 * 1024 * 1024, 500, 24, 2_000);

    /** The same for an input of so many bytes. */
    public Limits ofBytes(int most) {
        return new Limits(most, parts, depth, headers);
    }
}
