package io.rimbalzo.read;

import io.rimbalzo.report.HeaderField;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A message/delivery-status part (RFC 3464): {@code Final-Recipient: rfc822; luca@example.it}, {@code Action: failed},
 * {@code Status: 5.1.1}, {@code Diagnostic-Code: smtp; 550 5.1.1 User unknown}.
 *
 * @param reporting the host in Reporting-MTA, or null
 */
record DeliveryStatus(@Nullable String reporting, List<Recipient> recipients) {

    private static final int MOST = 5_000;

    /**
     * The fields of one recipient; absent ones are null.
     *
     * @param diagnostic without its type
     */
    record Recipient(
            @Nullable String address,
            @Nullable String action,
            @Nullable String status,
            @Nullable String diagnostic,
            @Nullable String remote,
            @Nullable OffsetDateTime retryUntil) {

        /** Whether the answer is there, and not just its first line: {@code 550-5.1.1 The email account ...}. */
        boolean isWhole() {
            return address != null
                    && diagnostic != null
                    && !Mark.all(diagnostic).isEmpty()
                    && (diagnostic.length() < 4 || diagnostic.charAt(3) != '-');
        }

        /** Whether it was not reached, or not yet. */
        boolean isFailure() {
            if (action != null && (action.equals("failed") || action.equals("delayed"))) {
                return true;
            }
            boolean success = action != null
                    && List.of("delivered", "relayed", "expanded").contains(action);
            return !success && (status == null || status.charAt(0) != '2');
        }
    }

    /** Whether a text holds such fields, as where someone pasted them. */
    static boolean isIn(String text) {
        return hasField(text, "Final-Recipient:") || hasField(text, "Diagnostic-Code:");
    }

    private static boolean hasField(String text, String field) {
        for (int at = 0; at >= 0 && at < text.length(); at = text.indexOf('\n', at) + 1) {
            int start = text.startsWith("> ", at) ? at + 2 : at;
            if (text.regionMatches(true, start, field, 0, field.length())) {
                return true;
            }
            if (text.indexOf('\n', at) < 0) {
                return false;
            }
        }
        return false;
    }

    static DeliveryStatus read(String text) {
        String reporting = null;
        List<Fields> groups = new ArrayList<>();
        for (String block : blocks(text)) {
            Fields current = new Fields();
            for (HeaderField field : MessageHeaders.split(block)) {
                String name = field.name().toLowerCase(Locale.ROOT);
                if (name.equals("reporting-mta")) {
                    reporting = reporting == null ? host(field.value()) : reporting;
                } else if (current.wouldRepeat(name)) {
                    groups.add(current);
                    current = new Fields();
                }
                current.put(name, field.value());
            }
            groups.add(current);
        }
        return new DeliveryStatus(reporting, recipients(groups));
    }

    private static List<Recipient> recipients(List<Fields> groups) {
        List<Fields> whole = new ArrayList<>();
        for (Fields group : groups) {
            if (group.address() != null) {
                whole.add(group);
            } else if (!whole.isEmpty() && group.isAboutRecipient()) {
                whole.get(whole.size() - 1).fill(group);
            } else if (group.isAboutRecipient()) {
                whole.add(group);
            }
        }
        return whole.stream().limit(MOST).map(Fields::recipient).toList();
    }

    private static List<String> blocks(String text) {
        List<String> blocks = new ArrayList<>();
        StringBuilder block = new StringBuilder();
        for (String raw : Plain.lines(text)) {
            String line = raw.startsWith(">") ? raw.substring(raw.startsWith("> ") ? 2 : 1) : raw;
            if (!line.isBlank()) {
                block.append(line).append('\n');
            } else if (block.length() > 0) {
                blocks.add(block.toString());
                block.setLength(0);
            }
        }
        if (block.length() > 0) {
            blocks.add(block.toString());
        }
        return blocks;
    }

    /** The host in {@code dns; mx.example.it (203.0.113.1)}, or null. */
    static @Nullable String host(String field) {
        String value = field.substring(field.indexOf(';') + 1).strip();
        int end = value.indexOf(' ');
        String first = end < 0 ? value : value.substring(0, end);
        while (first.startsWith("[") || first.startsWith("<")) {
            first = first.substring(1);
        }
        int close = first.indexOf(']');
        first = close < 0 ? first : first.substring(0, close);
        first = first.endsWith(">") || first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
        return first.isEmpty() || first.startsWith("(") ? null : first;
    }

    /** The fields of one block, as they come. */
    private static final class Fields {
        private @Nullable String last;
        private @Nullable String original;
        private @Nullable String actual;
        private @Nullable String action;
        private @Nullable String status;
        private @Nullable String diagnostic;
        private @Nullable String remote;
        private @Nullable String retry;

        boolean wouldRepeat(String name) {
            return name.equals("final-recipient") && last != null
                    || name.equals("original-recipient") && last != null && original != null;
        }

        void put(String name, String value) {
            switch (name) {
                case "final-recipient" -> last = value;
                case "original-recipient" -> original = value;
                case "x-actual-recipient" -> actual = value;
                case "action" -> action = word(value);
                case "status" -> status = value;
                case "diagnostic-code" -> diagnostic = diagnostic == null ? value : diagnostic;
                case "remote-mta" -> remote = value;
                case "will-retry-until" -> retry = value;
                default -> {}
            }
        }

        boolean isAboutRecipient() {
            return action != null || status != null || diagnostic != null;
        }

        void fill(Fields other) {
            action = action == null ? other.action : action;
            status = status == null ? other.status : status;
            diagnostic = diagnostic == null ? other.diagnostic : diagnostic;
            remote = remote == null ? other.remote : remote;
        }

        private static @Nullable String word(String value) {
            String s = value.strip().toLowerCase(Locale.ROOT);
            int end = 0;
            while (end < s.length() && Plain.isLetter(s.charAt(end))) {
                end++;
            }
            // SendGrid writes "expired" of a message that it no longer tries to deliver
            return end == 0 ? null : s.startsWith("expired") ? "failed" : s.substring(0, end);
        }

        /** The last form of the address, unless only an earlier one is an address. */
        @Nullable
        String address() {
            String finalAddress = address(last);
            if (finalAddress != null && finalAddress.indexOf('@') > 0) {
                return finalAddress;
            }
            for (String other : new String[] {address(original), address(actual)}) {
                if (other != null && other.indexOf('@') > 0) {
                    return other;
                }
            }
            return finalAddress != null ? finalAddress : address(original);
        }

        private static @Nullable String address(@Nullable String field) {
            if (field == null) {
                return null;
            }
            String value = field.substring(field.indexOf(';') + 1).strip();
            String address = AddressText.first(value);
            String plain = address != null && !address.isEmpty() && address.indexOf(' ') < 0 ? address : value;
            String clean = AddressLine.address(plain);
            plain = clean != null ? clean : plain.equals("<>") ? "" : plain;
            return plain.isEmpty() ? null : plain;
        }

        Recipient recipient() {
            StatusCode code = status == null ? null : StatusCode.at(status.strip(), 0);
            String words = diagnostic == null ? null : withoutType(diagnostic);
            String host = remote == null ? null : host(remote);
            return new Recipient(
                    address(),
                    action,
                    code == null ? null : code.code(),
                    words == null || words.isEmpty() ? null : words,
                    host,
                    retry == null ? null : MailDate.withOffset(retry));
        }

        /** {@code smtp; 550 5.1.1 ...} without its first word; {@code X-Postfix; ...} too. */
        private static String withoutType(String value) {
            int semicolon = value.indexOf(';');
            for (int i = 0; i < semicolon; i++) {
                char c = value.charAt(i);
                if (!Plain.isLetterOrDigit(c) && c != '-' && c != ' '
                        || c == ' ' && !value.substring(i, semicolon).isBlank()) {
                    return value.strip();
                }
            }
            return value.substring(semicolon + 1).strip();
        }
    }
}
