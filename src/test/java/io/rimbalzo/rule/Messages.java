package io.rimbalzo.rule;

import io.rimbalzo.fact.Fact;
import io.rimbalzo.fact.Inferred;
import io.rimbalzo.rule.Condition.Ask;
import io.rimbalzo.rule.Condition.Compare;
import io.rimbalzo.rule.Condition.In;
import io.rimbalzo.rule.Condition.Literal;
import io.rimbalzo.rule.FactType.Field;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** Facts made from what the rules ask for, so that many of them fire, and others nearly. */
final class Messages {

    private static final List<String> NOISE =
            List.of("", " ", "the server said: ", ", ", "\r\n\t", "550 5.7.1 ", "x", "…", "\u00a0");
    private static final List<String> DOMAINS = List.of("example.it", "contoso.com", "example.org");

    private final Random random;
    private final List<Rule> rules;
    private final Map<Field, List<Object>> values = new HashMap<>();
    private final Map<FactType, List<String>> phrases = new HashMap<>();
    private final List<String> ranges = new ArrayList<>();
    private int turn;

    Messages(List<Rule> rules, long seed) {
        this.rules = rules;
        random = new Random(seed);
        rules.forEach(rule -> rule.when().forEach(pattern -> pattern.leaves().forEach(this::learn)));
    }

    private void learn(Condition condition) {
        if (condition instanceof Ask ask) {
            (ask.word().isSays() ? phrases.computeIfAbsent(ask.word().of(), t -> new ArrayList<>()) : ranges)
                    .addAll(ask.texts());
        }
        literals(condition)
                .forEach(v -> values.computeIfAbsent(left(condition), f -> new ArrayList<>())
                        .add(v));
    }

    private static Stream<Object> literals(Condition condition) {
        return condition instanceof In in
                ? in.values().stream()
                : condition instanceof Compare compare && compare.right() instanceof Literal literal
                        ? Stream.of(literal.value())
                        : Stream.of();
    }

    private static Field left(Condition condition) {
        return condition instanceof In in ? in.left() : ((Compare) condition).left();
    }

    /** What one rule in turn and one or two others ask for, each thing with some luck, and a few other facts. */
    List<Fact> next() {
        List<Fact> facts = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            for (Pattern pattern : rules.get(i == 0 ? turn++ % rules.size() : random.nextInt(rules.size()))
                    .when()) {
                if (!pattern.is(Inferred.class) && random.nextInt(100) < (pattern.isPositive() ? 95 : 25)) {
                    facts.add(fact(pattern.type(), wanted(pattern)));
                }
            }
        }
        List<FactType> types = List.copyOf(Vocabulary.MAIL.all());
        for (int i = random.nextInt(6); i > 0; i--) {
            FactType type = types.get(random.nextInt(types.size()));
            if (type.type != Inferred.class) {
                facts.add(fact(type, Map.of()));
            }
        }
        Collections.shuffle(facts, random);
        return List.copyOf(new LinkedHashSet<>(facts));
    }

    /** Component names with the values that one alternative of the pattern asks for. */
    private Map<String, Object> wanted(Pattern pattern) {
        Map<String, Object> wanted = new HashMap<>();
        pattern.leaves().forEach(condition -> {
            if (condition instanceof Ask ask) {
                String text = pick(ask.texts());
                wanted.merge(
                        ask.word().isSays() ? spoken(pattern.type()) : "code",
                        ask.word().isSays() ? said(text) : code(text),
                        (a, b) -> ask.word().isSays() ? a + " " + b : b);
            }
            literals(condition).forEach(v -> {
                if (!wanted.containsKey(left(condition).name()) || random.nextBoolean()) {
                    wanted.put(
                            left(condition).name(), v instanceof Integer n ? (Object) (n - 1 + random.nextInt(3)) : v);
                }
            });
        });
        return wanted;
    }

    private static String spoken(FactType type) {
        return switch (type.name()) {
            case "Header" -> "value";
            case "Dkim" -> "reason";
            default -> "text";
        };
    }

    private Fact fact(FactType type, Map<String, Object> wanted) {
        RecordComponent[] components = type.type.getRecordComponents();
        Object[] arguments = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            arguments[i] = wanted.getOrDefault(components[i].getName(), any(type, components[i]));
        }
        try {
            return (Fact) type.type.getDeclaredConstructors()[0].newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private Object any(FactType type, RecordComponent component) {
        String name = component.getName();
        if (name.equals("quote")) {
            return "quote " + random.nextInt(1_000_000);
        }
        Field field = type.fields.get(name);
        List<Object> known = field == null ? List.of() : values.getOrDefault(field, List.of());
        if (component.getType() == int.class) {
            return known.isEmpty() ? random.nextInt(600) : (Integer) pick(known) - 1 + random.nextInt(3);
        }
        if (type.words.containsKey("says") && name.equals(spoken(type)) && random.nextInt(4) > 0) {
            return said(pick(phrases.getOrDefault(type, List.of("nothing"))));
        }
        if (name.equals("code") && !ranges.isEmpty() && random.nextBoolean()) {
            return code(pick(ranges));
        }
        return random.nextInt(20) == 0 ? null : known.isEmpty() || random.nextInt(3) == 0 ? pick(DOMAINS) : pick(known);
    }

    /** A phrase as a server might write it; sometimes it is spoilt. */
    private String said(String phrase) {
        String text = phrase.replace("*", pick(List.of("", "x", "10.0.0.1 of", "…")));
        text = random.nextInt(12) == 0 ? text.replace(" ", random.nextBoolean() ? "\r\n " : "\u00a0") : text;
        text = random.nextInt(4) == 0 ? text.toUpperCase(java.util.Locale.ROOT) : text;
        return pick(NOISE) + text + pick(NOISE);
    }

    /** A code within a range, or just beside it. */
    private String code(String range) {
        StringBuilder code = new StringBuilder();
        for (String part : range.split("\\.")) {
            int dash = part.indexOf('-');
            int low =
                    part.equals("x") ? random.nextInt(6) : Integer.parseInt(dash < 0 ? part : part.substring(0, dash));
            int high = dash < 0 ? low : Integer.parseInt(part.substring(dash + 1));
            code.append(code.isEmpty() ? "" : ".")
                    .append(Math.max(0, low + random.nextInt(high - low + 1) + (random.nextInt(15) == 0 ? 1 : 0)));
        }
        return code.toString();
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
