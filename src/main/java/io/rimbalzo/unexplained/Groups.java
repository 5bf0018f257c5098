package io.rimbalzo.unexplained;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts together cases that say nearly the same. Each is compared only with groups that share a part of its MinHash signature
 * (Broder 1997), so that the time grows with the number of cases, not with its square.
 */
public final class Groups {

    private static final int BANDS = 16;
    private static final int ROWS = 2;
    private static final double ALIKE = 0.5;
    private static final int MOST_CANDIDATES = 50;

    private final List<Group> groups = new ArrayList<>();
    private final Map<List<String>, Group> same = new HashMap<>();
    private final Map<Long, List<Group>> bands = new HashMap<>();

    private Groups() {}

    /** The biggest group first; groups of the same size in the order they came. */
    public static List<Group> of(List<OpenCase> cases) {
        Groups all = new Groups();
        cases.forEach(all::add);
        all.groups.sort(Comparator.comparingInt(Group::count).reversed());
        return List.copyOf(all.groups);
    }

    private void add(OpenCase one) {
        Shape shape = Shape.of(one.text());
        Group group = same.get(shape.words());
        if (group == null) {
            long[] signature = signature(shape);
            group = alike(shape, signature);
            if (group == null) {
                group = new Group(one, shape);
                groups.add(group);
                for (long band : signature) {
                    bands.computeIfAbsent(band, b -> new ArrayList<>()).add(group);
                }
            }
            same.put(shape.words(), group);
        }
        group.add(one, shape);
    }

    /** The most alike of the groups that share a band, if it is alike enough; else null. */
    private @Nullable Group alike(Shape shape, long[] signature) {
        Set<Group> candidates = new LinkedHashSet<>();
        for (long band : signature) {
            for (Group group : bands.getOrDefault(band, List.of())) {
                if (candidates.size() < MOST_CANDIDATES) {
                    candidates.add(group);
                }
            }
        }
        Group best = null;
        double most = ALIKE;
        for (Group group : candidates) {
            double likeness = group.shape().likeness(shape);
            if (likeness >= most) {
                most = likeness;
                best = group;
            }
        }
        return best;
    }

    /** One number for each band: the least hashes of its rows, together. */
    private static long[] signature(Shape shape) {
        long[] signature = new long[BANDS];
        for (int band = 0; band < BANDS; band++) {
            long together = band;
            for (int row = 0; row < ROWS; row++) {
                long least = Long.MAX_VALUE;
                long seed = (band * ROWS + row + 1) * 0x9E3779B97F4A7C15L;
                for (long shingle : shape.shingles()) {
                    least = Math.min(least, mixed(shingle ^ seed));
                }
                together = mixed(together * 31 + least);
            }
            signature[band] = together;
        }
        return signature;
    }

    /** The finaliser of SplitMix64. */
    private static long mixed(long value) {
        long z = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
