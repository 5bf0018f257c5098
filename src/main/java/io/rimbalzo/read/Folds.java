package io.rimbalzo.read;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Folded header lines that lost their white space in pasting get it back: {@code smtp.mailfrom=example.it; dkim=none}. */
final class Folds {

    /** Fields that are folded nearly always; below others such a line may be anything. */
    private static final String[] FOLDED = {
        "authentication-results", "arc-", "received", "x-forefront-", "x-microsoft-", "content-type", "dkim-signature"
    };

    private static final int LONGEST_NAME = 60;

    private final byte[] mail;
    private final ByteArrayOutputStream mended = new ByteArrayOutputStream();
    private int copied;

    private Folds(byte[] mail) {
        this.mail = mail;
    }

    /** The mail; the same object where its header is as it should be. */
    static byte[] mended(byte[] mail) {
        return new Folds(mail).read();
    }

    private byte[] read() {
        boolean folded = false;
        for (int at = 0; at < mail.length && mail[at] != '\n' && mail[at] != '\r'; at = next(at)) {
            int colon = colon(at);
            if (colon >= 0) {
                folded = isFolded(at, colon);
            } else if (folded && mail[at] != ' ' && mail[at] != '\t') {
                mended.write(mail, copied, at - copied);
                mended.write(' ');
                copied = at;
            }
        }
        if (copied == 0) {
            return mail;
        }
        mended.write(mail, copied, mail.length - copied);
        return mended.toByteArray();
    }

    private int next(int from) {
        int at = from;
        while (at < mail.length && mail[at] != '\n') {
            at++;
        }
        return at + 1;
    }

    /** Where the colon after a field's name stands, or -1. */
    private int colon(int from) {
        int at = from;
        while (at < mail.length
                && at - from < LONGEST_NAME
                && (Plain.isLetterOrDigit((char) mail[at]) || mail[at] == '-' || mail[at] == '_')) {
            at++;
        }
        return at > from && at < mail.length && mail[at] == ':' ? at : -1;
    }

    private boolean isFolded(int from, int to) {
        String name = new String(mail, from, to - from, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        for (String each : FOLDED) {
            if (name.startsWith(each)) {
                return true;
            }
        }
        return false;
    }
}
