package io.rimbalzo.rule;

import io.rimbalzo.rule.FactType.Field;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** Random rules with joins, as rule files; half of them begin like an earlier one, since shared beginnings are where networks go wrong. */
final class Generate {

    private static final String[] DOMAINS = {"example.it", "contoso.com", "example.org", "mail.example.it"};
    private static final String[] RESULTS = {"pass", "fail", "none", "softfail"};
    private static final String[] NAMES = {"list-id", "subject", "received", "x-mailer"};
    private static final String[] CODES = {
        "5.7.1", "5.7.26", "5.7.606", "5.7.640", "5.7.650", "5.1.1", "4.4.7", "5.1.10"
    };
    private static final String[] RANGES = {"5.7.606-649", "5.7.x", "x.7.1", "5.x.x", "4.4.1-9", "x.1.0-10"};
    private static final String[] WORDS = {
        "access denied",
        "denied",
        "spf",
        "dmarc policy",
        "policy",
        "mailbox full",
        "full",
        "banned",
        "ip",
        "user",
        "unknown user",
        "not",
        "domain's"
    };
    private static final int[] NUMBERS = {421, 450, 550, 551, 552, 554};
    private static final String[] TYPES = {
        "Reply", "Reply", "Status", "Spf", "Spf", "Dkim", "Dmarc", "Dmarc", "Header", "Context", "Hop"
    };

    private record Line(String text, String fact, Bound bound) {}

    private record Bound(String name, boolean number) {}

    private final Random random;
    private final List<List<Line>> inferences = new ArrayList<>();
    private final List<List<Line>> conclusions = new ArrayList<>();

    Generate(long seed) {
        random = new Random(seed);
    }

    /** So many rules in a few files, every tenth of them an inference. */
    Map<String, String> rules(int count) {
        Map<String, String> files = Good.files();
        for (int i = 0; i < count; i++) {
            boolean inference = i % 10 == 9;
            String file = (inference ? "rules/inference/i" : "rules/made-") + i % 6 + ".drl";
            files.merge(
                    file,
                    "package rules\n\n" + rule(i, inference),
                    (a, b) -> a + b.substring("package rules\n\n".length()));
        }
        return files;
    }

    private String rule(int number, boolean inference) {
        List<Line> lines = new ArrayList<>(twin(inference));
        List<Bound> bound = new ArrayList<>(
                lines.stream().map(Line::bound).filter(Objects::nonNull).toList());
        int patterns =
                lines.isEmpty() ? 1 + random.nextInt(random.nextInt(3) == 0 ? 4 : 3) : lines.size() + random.nextInt(2);
        for (int p = lines.size(); p < patterns; p++) {
            boolean some = p == 0 || random.nextInt(100) < 50;
            String kind = some ? "$f" + p + " : " : random.nextInt(100) < 65 ? "not " : "exists ";
            int before = bound.size();
            String text = kind + pattern(type(inference), bound, some);
            lines.add(new Line(text, some ? "$f" + p : null, bound.size() > before ? bound.get(before) : null));
        }
        (inference ? inferences : conclusions).add(lines);
        String when = String.join("\n    ", lines.stream().map(Line::text).toList());
        String facts = String.join(
                ", ", lines.stream().map(Line::fact).filter(Objects::nonNull).toList());
        if (inference) {
            return "rule \"inferred " + number + "\"\n    @source(\"made\")\nwhen\n    " + when
                    + "\nthen\n    infer.that(\"" + inferred() + "\", " + facts + ");\nend\n\n";
        }
        return Good.rule(
                "made.r" + number,
                pick("certain", "likely", "possible", "note"),
                "made.r" + number,
                "@source(\"made\") @responsible(\"sender\") @category(\"policy\")",
                when,
                facts);
    }

    private String inferred() {
        return pick("forwarded", "inside", "outside");
    }

    /** The first patterns of an earlier rule, or the last of them turned around or joined elsewhere. */
    private List<Line> twin(boolean inference) {
        List<List<Line>> earlier = inference ? inferences : conclusions;
        if (earlier.isEmpty() || random.nextBoolean()) {
            return List.of();
        }
        List<Line> from = earlier.get(Math.max(0, earlier.size() - 1 - random.nextInt(20)));
        List<Line> lines = new ArrayList<>(from.subList(0, 1 + random.nextInt(from.size())));
        Line last = lines.get(lines.size() - 1);
        if (lines.size() > 1 && random.nextBoolean()) {
            String text = swap(last.text, lines.subList(0, lines.size() - 1));
            boolean turn = last.fact == null && random.nextBoolean();
            lines.set(
                    lines.size() - 1,
                    new Line(
                            !turn
                                    ? text
                                    : text.startsWith("not ")
                                            ? text.replaceFirst("not ", "exists ")
                                            : text.replaceFirst("exists ", "not "),
                            last.fact,
                            last.bound));
        }
        return lines;
    }

    private String swap(String text, List<Line> lines) {
        List<Bound> bound =
                lines.stream().map(Line::bound).filter(Objects::nonNull).toList();
        for (Bound x : bound) {
            for (Bound y : bound) {
                if (!x.equals(y) && x.number == y.number && text.contains("= " + x.name) && random.nextBoolean()) {
                    return text.replace("= " + x.name, "= " + y.name);
                }
            }
        }
        return text;
    }

    private FactType type(boolean inference) {
        return Vocabulary.MAIL.types().get(!inference && random.nextInt(100) < 15 ? "Inferred" : pick(TYPES));
    }

    private String pattern(FactType type, List<Bound> bound, boolean some) {
        List<String> parts = new ArrayList<>();
        if (type.name().equals("Inferred") || type.name().equals("Context")) {
            parts.add(type.name().equals("Inferred") ? "name == \"" + inferred() + "\"" : context());
        } else {
            for (int i = random.nextInt(2); i >= 0; i--) {
                parts.add(test(type, bound, 0));
            }
        }
        if (some && !type.name().equals("Context") && random.nextInt(100) < 60) {
            Field field = field(type);
            String name = "$" + (char) ('a' + bound.size());
            bound.add(new Bound(name, field.type() == Integer.class));
            parts.add(random.nextInt(parts.size() + 1), name + " : " + field.name());
        }
        return type.name() + "( " + String.join(", ", parts) + " )";
    }

    private String context() {
        return pick(
                "name == \"recipient-kind\", value == \"group\"",
                "name == \"recipient-kind\", value in (\"group\", \"mailbox\")",
                "name == \"recipient-kind\"",
                "name == \"group-members\", number > 5000",
                "name == \"group-members\", number <= 4999",
                "value != \"no\", name == \"forwarded\"");
    }

    private String test(FactType type, List<Bound> bound, int depth) {
        int luck = random.nextInt(100);
        if (depth < 1 && luck < 22) {
            String two = test(type, bound, 1) + pick(" || ", " && ") + test(type, bound, 1);
            return luck < 15 ? two : "!(" + two + ")";
        }
        if (type.words.containsKey("says") && luck < 65) {
            return (random.nextInt(8) == 0 ? "!" : "") + "says(" + phrase()
                    + (random.nextInt(3) == 0 ? ", " + phrase() : "") + ")";
        }
        if (type.words.containsKey("within") && luck < 50) {
            return (random.nextInt(8) == 0 ? "!" : "") + "within(\"" + pick(RANGES) + "\""
                    + (random.nextBoolean() ? ", \"5.1.1-9\")" : ")");
        }
        return compare(field(type), bound);
    }

    private String compare(Field field, List<Bound> bound) {
        boolean number = field.type() == Integer.class;
        String sign = number ? pick("==", "!=", "<", "<=", ">", ">=") : pick("==", "==", "!=");
        List<Bound> joinable = bound.stream().filter(b -> b.number == number).toList();
        if (!joinable.isEmpty() && random.nextInt(100) < 70) {
            return field.name() + " " + sign + " " + joinable.get(random.nextInt(joinable.size())).name;
        }
        if (random.nextInt(4) == 0) {
            return field.name() + pick(" in (", " not in (") + literal(field) + ", " + literal(field) + ")";
        }
        return field.name() + " " + sign + " " + literal(field);
    }

    private Field field(FactType type) {
        List<Field> fields = type.fields.values().stream()
                .sorted(Comparator.comparing(Field::index))
                .toList();
        return fields.get(random.nextInt(fields.size()));
    }

    private String literal(Field field) {
        if (field.type() == Integer.class) {
            return String.valueOf(NUMBERS[random.nextInt(NUMBERS.length)]);
        }
        return '"'
                + switch (field.name()) {
                    case "result", "action" -> pick(RESULTS);
                    case "name" -> pick(NAMES);
                    case "code" -> pick(CODES);
                    case "ip" -> pick("203.0.113.7", "203.0.113.8");
                    case "reason" -> pick(WORDS);
                    default -> pick(DOMAINS);
                }
                + '"';
    }

    private String phrase() {
        String first = pick(WORDS);
        return '"' + (random.nextInt(3) > 0 ? first : first + pick(" * ", "*") + pick(WORDS)) + '"';
    }

    private String pick(String... from) {
        return from[random.nextInt(from.length)];
    }
}
