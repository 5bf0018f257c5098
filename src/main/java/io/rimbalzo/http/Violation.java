package io.rimbalzo.http;

/**
 * One thing wrong with a system message.
 *
 * @param code   {@code unknown-tag}
 * @param at     the character of the text, from 1; 0 where it is not about a place
 * @param detail the same as a sentence
 */
public record Violation(String code, int at, String detail) {}
