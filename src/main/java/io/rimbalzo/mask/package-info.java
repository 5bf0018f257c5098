/**
 * Puts stand-ins wherever a report holds personal data, the same one for the same value, so that it can be shown to
 * others: {@code mario@contoso.com} to {@code user1@domain1.example}.
 */
@NullMarked
package io.rimbalzo.mask;

import org.jspecify.annotations.NullMarked;
