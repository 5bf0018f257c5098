package io.rimbalzo.rule;

/**
 * Two rules with different conclusions of which one matches whenever the other does: {@code says("mailbox full")}
 * wherever {@code says("the mailbox full of mail")}.
 */
public record Implied(Rule rule, Rule by) {}
