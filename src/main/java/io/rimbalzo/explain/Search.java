package io.rimbalzo.explain;

import io.rimbalzo.fact.Folded;
import io.rimbalzo.guidance.Bundle;
import io.rimbalzo.guidance.Library;
import io.rimbalzo.guidance.Words;
import io.rimbalzo.rule.Demand;
import io.rimbalzo.rule.Requirement;
import io.rimbalzo.rule.Rule;
import io.rimbalzo.rule.Rules;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds diagnoses by words of their ids, titles, causes, codes and of the servers' answers, in all languages, without
 * regard to accents and endings: {@code cassetta piena} finds {@code mailbox.full}.
 */
public final class Search {

    private static final int ID = 6;
    private static final int TITLE = 6;
    private static final int CODE = 6;
    private static final int HEARD = 3;
    private static final int TOLD = 1;
    private static final int SHORTEST_STEM = 4;
    private static final double ENDING = 0.7;
    private static final double WORTH_TELLING = 0.4;

    /** For each word, in which diagnoses it stands and how much that says. */
    private final Map<String, Map<String, Integer>> places = new HashMap<>();

    private final int diagnoses;

    private Search(Rules rules, Library library) {
        diagnoses = rules.about().size();
        Set<String> ids = rules.about().keySet();
        ids.forEach(id -> add(id, id.replace('.', ' ').replace('-', ' '), ID));
        for (String language : library.spoken()) {
            words(library.known(language), ids);
        }
        rules.all().stream().filter(rule -> ids.contains(rule.id())).forEach(this::rule);
    }

    public static Search of(Rules rules, Library library) {
        return new Search(rules, library);
    }

    private void words(Words words, Set<String> ids) {
        for (Bundle.Entry entry : words.entries().values()) {
            int dot = entry.key().indexOf('.', entry.key().indexOf('.') + 1);
            String id = dot < 0 ? "" : entry.key().substring(0, dot);
            if (ids.contains(id) && !entry.key().endsWith(".command")) {
                add(id, entry.value(), entry.key().endsWith(".title") ? TITLE : TOLD);
            }
        }
    }

    private void rule(Rule rule) {
        for (Requirement requirement : rule.requirements()) {
            if (!requirement.absent()) {
                add(rule.id(), requirement.type().name(), CODE);
            }
            requirement.met().forEach(demand -> {
                boolean heard =
                        demand instanceof Demand.Text text && text.word().isSays();
                demand.wanted().forEach(wanted -> add(rule.id(), String.valueOf(wanted), heard ? HEARD : CODE));
            });
        }
    }

    private void add(String id, String text, int weight) {
        for (String word : tokens(text)) {
            places.computeIfAbsent(word, w -> new HashMap<>()).merge(id, weight, Math::max);
        }
    }

    /** The words of a text, folded; codes stay whole: {@code 5.7.124}. */
    static Set<String> tokens(String text) {
        String plain = Normalizer.normalize(Folded.fold(text), Normalizer.Form.NFD);
        Set<String> tokens = new LinkedHashSet<>();
        StringBuilder token = new StringBuilder();
        for (int i = 0; i <= plain.length(); i++) {
            char c = i < plain.length() ? plain.charAt(i) : ' ';
            boolean point = c == '.'
                    && token.length() > 0
                    && i + 1 < plain.length()
                    && Folded.isLetterOrDigit(plain.charAt(i + 1));
            if (Folded.isLetterOrDigit(c) || point) {
                token.append(c);
            } else if (Character.getType(c) != Character.NON_SPACING_MARK && token.length() > 0) {
                tokens.add(token.toString());
                token.setLength(0);
            }
        }
        tokens.removeIf(t -> t.length() < 2);
        return tokens;
    }

    /** The ids that speak of these words, the best first; none where nothing does. */
    public List<String> ids(String text, int most) {
        Map<String, Double> scores = new HashMap<>();
        Map<String, Integer> hits = new HashMap<>();
        Set<String> asked = tokens(text);
        int telling = 0;
        for (String word : asked.stream().limit(40).toList()) {
            Map<String, Double> found = found(word);
            // a word that stands nearly everywhere tells nothing
            boolean common = found.size() * 3 > diagnoses;
            telling += common ? 0 : 1;
            double rarity = Math.log(1 + (double) diagnoses / Math.max(1, found.size()));
            found.forEach((id, weight) -> {
                scores.merge(id, weight * rarity, Double::sum);
                hits.merge(id, common ? 0 : 1, Integer::sum);
            });
        }
        // of two words both must be there; of a whole sentence those that say most
        int needed = Math.min(2, telling);
        double best = scores.values().stream().mapToDouble(d -> d).max().orElse(0);
        List<String> ids = new ArrayList<>(scores.keySet());
        ids.removeIf(id -> hits.getOrDefault(id, 0) < needed || scores.getOrDefault(id, 0.0) < best * WORTH_TELLING);
        ids.sort(Comparator.comparing((String id) -> -scores.getOrDefault(id, 0.0))
                .thenComparing(id -> id));
        return ids.subList(0, Math.min(most, ids.size()));
    }

    /** Where a word stands, or one with another ending. */
    private Map<String, Double> found(String word) {
        Map<String, Double> found = new HashMap<>();
        places.getOrDefault(word, Map.of()).forEach((id, weight) -> found.put(id, (double) weight));
        if (word.length() >= SHORTEST_STEM && !Character.isDigit(word.charAt(0))) {
            String stem = word.substring(0, Math.max(SHORTEST_STEM, word.length() - 2));
            Set<String> others = new HashSet<>();
            for (String other : places.keySet()) {
                if (other.startsWith(stem) && other.length() <= word.length() + 3) {
                    others.add(other);
                }
            }
            others.forEach(other -> places.getOrDefault(other, Map.of())
                    .forEach((id, weight) -> found.merge(id, weight * ENDING, Math::max)));
        }
        return found;
    }
}
