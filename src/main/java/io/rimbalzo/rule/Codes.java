package io.rimbalzo.rule;

import io.rimbalzo.fact.CodeRange;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All {@code within(...)} for one kind of fact, answered by one look at a code. */
final class Codes implements Listener {

    private record Range(CodeRange codes, int ask) {}

    private final List<Range> ranges = new ArrayList<>();

    /** The numbers of asks with their ranges. */
    Codes(Map<Integer, List<String>> within) {
        within.forEach((ask, texts) -> texts.forEach(text -> ranges.add(new Range(CodeRange.parse(text), ask))));
    }

    @Override
    public void hear(@Nullable String text, BitSet answers) {
        Optional<CodeRange> code = CodeRange.ofCode(text);
        if (code.isPresent()) {
            for (Range range : ranges) {
                if (range.codes.contains(code.get())) {
                    answers.set(range.ask);
                }
            }
        }
    }
}
