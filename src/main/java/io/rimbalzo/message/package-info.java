/**
 * The system messages that an organization gives Exchange words of its own for: read from exports, checked, written
 * back as PowerShell, {@code New-SystemMessage -DsnCode 5.7.1 -Language it}.
 */
@NullMarked
package io.rimbalzo.message;

import org.jspecify.annotations.NullMarked;
