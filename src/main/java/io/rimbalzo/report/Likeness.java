package io.rimbalzo.report;

/**
 * An address that looks like a typing error of another: {@code luca@gmial.com} for {@code luca@gmail.com}.
 *
 * @param address the rejected recipient
 * @param meant   the address that was probably meant
 * @param quote   where the address stands in what was read
 */
public record Likeness(String address, String meant, String quote) {}
