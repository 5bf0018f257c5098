package io.rimbalzo;

import io.rimbalzo.fact.CodeRange;
import java.util.List;
import java.util.Optional;

/**
 * A choice of codes, {@code 5.7.1,5.7.100-199}, of those that the knowledge names.
 *
 * @param ranges empty for all
 */
public record Codes(List<CodeRange> ranges) {

    /** All there are. */
    public static final Codes ALL = new Codes(List.of());

    /** Of a list with commas; empty where a part of it is neither a code nor a range. */
    public static Optional<Codes> parse(String list) {
        try {
            return Optional.of(new Codes(java.util.Arrays.stream(list.strip().split("[,;\\s]+"))
                    .map(CodeRange::parse)
                    .toList()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public boolean isAll() {
        return ranges.isEmpty();
    }

    public boolean contains(String code) {
        return isAll() || ranges.stream().anyMatch(range -> range.contains(code));
    }

    /** Those of the knowledge, in the order of their numbers. */
    public List<String> known(Rimbalzo rimbalzo) {
        return rimbalzo.rules().codes().stream().filter(this::contains).toList();
    }
}
