package io.rimbalzo.check;

import io.rimbalzo.report.Sentence;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One thing that whoever edits the knowledge has to put right: {@code rules/tls.drl:16:7: there is no fact “Dmrac” ...}.
 *
 * @param file     {@code rules/tls.drl}, whatever folder the rules are in
 * @param line     from 1
 * @param column   from 1
 * @param rule     the name of the rule it is about, or null
 * @param sentence what was found, and what was possible
 * @param remark   whether it may stay as it is
 */
public record Fault(
        String file, int line, int column, @Nullable String rule, Sentence sentence, boolean remark) {

    /** Cases and rules before words, as they are written; then by file, line and column. */
    static final Comparator<Fault> IN_ORDER = Comparator.comparing((Fault fault) -> fault.file.startsWith("i18n/"))
            .thenComparing(Fault::file)
            .thenComparing(Fault::line)
            .thenComparing(Fault::column)
            .thenComparing(fault -> fault.sentence.key());

    Fault(String file, int line, int column, @Nullable String rule, Sentence sentence) {
        this(file, Math.max(1, line), Math.max(1, column), rule, sentence, false);
    }

    /** {@code case.got-other} is the key check.case.got-other. */
    static Fault at(String file, int line, int column, String key, String... values) {
        return new Fault(file, line, column, null, Sentence.of("check." + key, values));
    }

    /** What kind of thing it is, for programs: {@code rule.unknown-fact}, {@code case.got-other}, {@code words.missing}. */
    public String kind() {
        return sentence.key().substring(sentence.key().indexOf('.') + 1);
    }
}
