package io.rimbalzo.render;

/** The three parties of a delivery, as Exchange Online's reports draw them. */
final class Parties {

    private Parties() {}

    /** {@code sender}, {@code service} or {@code recipient}, on whose side the responsible one acts; empty for nobody. */
    static String of(String responsible) {
        return switch (responsible == null ? "" : responsible) {
            case "sender", "sender-admin" -> "sender";
            case "service" -> "service";
            case "recipient", "recipient-admin", "group-owner" -> "recipient";
            default -> "";
        };
    }
}
