package io.rimbalzo.reply;

import org.jspecify.annotations.Nullable;

/** What may stand in a header of a reply; whatever has another form is left out. */
final class Addresses {

    private static final int LONGEST = 254;
    private static final String ATOM = "!#$%&'*+-/=?^_`{|}~.";

    private Addresses() {}

    /** The address where it is a plain {@code dot-atom@domain} (RFC 5322 section 3.4.1); else null. */
    static @Nullable String mailbox(@Nullable String address) {
        if (address == null) {
            return null;
        }
        int at = address.indexOf('@');
        boolean plain = at > 0
                && at < address.length() - 1
                && address.length() <= LONGEST
                && isDotAtom(address.substring(0, at), ATOM)
                && isDotAtom(address.substring(at + 1), "-._");
        return plain ? address : null;
    }

    /** The id where it is {@code <left@right>} in ASCII; else null. */
    static @Nullable String messageId(@Nullable String id) {
        boolean plain = id != null
                && id.length() > 4
                && id.length() <= LONGEST
                && id.startsWith("<")
                && id.endsWith(">")
                && id.indexOf('@') > 1
                && id.chars().allMatch(c -> c > ' ' && c < 127)
                && id.indexOf('<', 1) < 0
                && id.indexOf('>') == id.length() - 1;
        return plain ? id : null;
    }

    private static boolean isDotAtom(String text, String marks) {
        return !text.startsWith(".")
                && !text.endsWith(".")
                && !text.contains("..")
                && text.chars()
                        .allMatch(c -> c >= 'a' && c <= 'z'
                                || c >= 'A' && c <= 'Z'
                                || c >= '0' && c <= '9'
                                || marks.indexOf(c) >= 0);
    }
}
