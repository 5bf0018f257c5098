/**
 * Loads, checks, keeps and runs {@code rules/}: {@code $reply : Reply( says("mailbox full") )}; the only package that
 * knows Drools.
 */
@NullMarked
package io.rimbalzo.rule;

import org.jspecify.annotations.NullMarked;
