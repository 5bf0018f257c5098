package io.rimbalzo.report;

/**
 * Whether two domains belong to the same organization (RFC 7489 section 3.1, relaxed).
 *
 * @param of         {@code mail-from} (P1) or {@code dkim}
 * @param domain     the domain of MAIL FROM or of the signature
 * @param fromDomain the domain of From (P2)
 * @param aligned    whether their organizational domains are equal
 * @param quote      the field or value that names the first domain
 */
public record Alignment(String of, String domain, String fromDomain, boolean aligned, String quote) {}
