package io.rimbalzo.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What goes into a message of limited size: the pieces that matter most, in the order in which they are read, and what
 * had to stay out: {@code the server’s words}.
 *
 * @param kept    in the order of reading
 * @param leftOut what the pieces that stay out are called, each once
 * @param unseen  how many sections stay out altogether
 */
record Room(List<ObjectNode> kept, List<String> leftOut, int unseen) {

    /** Of a section's pieces this one comes first, and without it the others make no sense. */
    static final int HEAD = 0;

    /**
     * One piece.
     *
     * @param section whose piece it is, from 0
     * @param level   the lower, the more it matters; {@link #HEAD} for a section's beginning
     * @param name    what it is called where it stays out; null where nobody would miss it
     */
    record Piece(int section, int level, @Nullable String name, List<ObjectNode> nodes) {}

    /**
     * The pieces that fit, chosen by level and then by section.
     *
     * @param size  of all nodes together, in whatever {@code measure} counts
     * @param nodes how many there may be
     */
    static Room fit(List<Piece> pieces, int size, int nodes, Function<ObjectNode, Integer> measure) {
        List<Piece> urgent = new ArrayList<>(pieces);
        urgent.sort(Comparator.comparingInt(Piece::level).thenComparingInt(Piece::section));
        Set<Piece> kept = new HashSet<>();
        Set<Integer> begun = new HashSet<>();
        Set<String> leftOut = new LinkedHashSet<>();
        int unseen = 0;
        int used = 0;
        int count = 0;
        for (Piece piece : urgent) {
            boolean head = piece.level() == HEAD;
            int own = piece.nodes().stream().mapToInt(measure::apply).sum();
            if ((head || begun.contains(piece.section()))
                    && used + own <= size
                    && count + piece.nodes().size() <= nodes) {
                kept.add(piece);
                begun.add(piece.section());
                used += own;
                count += piece.nodes().size();
            } else if (head) {
                unseen++;
            } else if (begun.contains(piece.section()) && piece.name() != null) {
                leftOut.add(piece.name());
            }
        }
        return new Room(
                pieces.stream()
                        .filter(kept::contains)
                        .flatMap(piece -> piece.nodes().stream())
                        .toList(),
                List.copyOf(leftOut),
                unseen);
    }
}
