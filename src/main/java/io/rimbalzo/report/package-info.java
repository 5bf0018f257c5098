/**
 * What a bounce says, whatever its form: {@code Action: failed}, {@code Remote-MTA: dns; mx.example.it}; records that
 * know no language and no rule.
 */
@NullMarked
package io.rimbalzo.report;

import org.jspecify.annotations.NullMarked;
