package io.rimbalzo.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a diagnosis, from the annotations of its base rule: {@code @responsible("group-owner")}.
 *
 * @param responsible who must act: sender, sender-admin, service, recipient, recipient-admin, group-owner, nobody
 * @param then        who acts next, or null
 * @param category    unknown-recipient, mailbox-full ...
 * @param permanence  permanent or transient, or null where the class of the code decides
 * @param retry       automatic, later, after-change or no; or null where the permanence decides
 * @param baseRule    the rule named exactly as the diagnosis
 */
public record About(
        String id,
        String responsible,
        @Nullable String then,
        String category,
        @Nullable String permanence,
        @Nullable String retry,
        Rule baseRule) {

    private static final List<String> WHO =
            List.of("sender", "sender-admin", "service", "recipient", "recipient-admin", "group-owner", "nobody");

    /** The annotations of a base rule beside {@code @source}, with the values each may have; vocabulary.drl tells them too. */
    static final Map<String, List<String>> VALUES = new LinkedHashMap<>();

    static {
        VALUES.put("responsible", WHO);
        VALUES.put("then", WHO);
        VALUES.put(
                "category",
                List.of(
                        "unknown-recipient",
                        "mailbox-full",
                        "mailbox-disabled",
                        "message-too-large",
                        "rate-limited",
                        "content-rejected",
                        "spam-blocked",
                        "reputation",
                        "authentication",
                        "policy",
                        "relay-denied",
                        "network",
                        "dns",
                        "routing-loop",
                        "tls",
                        "protocol",
                        "recipient-restricted",
                        "sender-invalid",
                        "system",
                        "expired",
                        "moved",
                        "not-a-failure",
                        "unknown"));
        VALUES.put("permanence", List.of("permanent", "transient"));
        VALUES.put("retry", List.of("automatic", "later", "after-change", "no"));
    }

    static final List<String> NEEDED = List.of("responsible", "category");

    static About of(Rule base) {
        Map<String, String> told = base.annotations();
        return new About(
                base.id(),
                needed(told, "responsible"),
                told.get("then"),
                needed(told, "category"),
                told.get("permanence"),
                told.get("retry"),
                base);
    }

    /** The readers let no base rule pass without it. */
    private static String needed(Map<String, String> told, String name) {
        return Objects.requireNonNull(told.get(name), name);
    }
}
