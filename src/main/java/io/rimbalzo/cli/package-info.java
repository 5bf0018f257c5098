/** The command line: {@code rimbalzo diagnose --lang it bounce.eml}; it reads, asks the machine and writes. */
@NullMarked
package io.rimbalzo.cli;

import org.jspecify.annotations.NullMarked;
