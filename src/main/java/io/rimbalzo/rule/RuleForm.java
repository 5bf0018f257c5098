package io.rimbalzo.rule;

import io.rimbalzo.rule.Condition.Ask;
import io.rimbalzo.rule.Condition.Compare;
import io.rimbalzo.rule.Condition.In;
import io.rimbalzo.rule.Condition.Literal;
import io.rimbalzo.rule.Condition.Operator;
import io.rimbalzo.rule.Condition.Seen;
import io.rimbalzo.rule.FactType.Field;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rules as the cache keeps them: a few bytes and texts for each, and nothing of Drools' parser is needed to read them. */
@SuppressWarnings("EnumOrdinal") // what is kept belongs to one build of the program, so places in an enum are stable
final class RuleForm {

    /** Changes with every change of this form or of what the readers let pass. */
    static final int VERSION = 1;

    /** Stands where other rules have their certainty. */
    private static final int INFERRING = -1;

    private interface Write<T> {
        void item(T item) throws IOException;
    }

    private interface Read<T> {
        T item() throws IOException;
    }

    private RuleForm() {}

    static void write(Map<Long, List<Rule>> rules, DataOutput out) throws IOException {
        list(rules.entrySet(), out, entry -> {
            out.writeLong(entry.getKey());
            list(entry.getValue(), out, rule -> write(rule, out));
        });
    }

    static Map<Long, List<Rule>> read(DataInput in) throws IOException {
        Map<Long, List<Rule>> rules = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            rules.put(in.readLong(), list(in, () -> rule(in)));
        }
        return rules;
    }

    private static <T> void list(Collection<T> items, DataOutput out, Write<T> write) throws IOException {
        out.writeInt(items.size());
        for (T item : items) {
            write.item(item);
        }
    }

    private static <T> List<T> list(DataInput in, Read<T> read) throws IOException {
        List<T> items = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            items.add(read.item());
        }
        return List.copyOf(items);
    }

    private static void write(Rule rule, DataOutput out) throws IOException {
        out.writeUTF(rule.name());
        out.writeUTF(rule.place().file());
        out.writeInt(rule.place().line());
        list(rule.annotations().entrySet(), out, entry -> {
            out.writeUTF(entry.getKey());
            out.writeUTF(entry.getValue());
        });
        list(rule.when(), out, pattern -> write(pattern, out));
        out.writeUTF(rule.id());
        out.writeByte(
                rule.then() instanceof Rule.Concluding concluding
                        ? concluding.certainty().ordinal()
                        : INFERRING);
        list(rule.then().evidence(), out, out::writeInt);
    }

    private static Rule rule(DataInput in) throws IOException {
        String name = in.readUTF();
        Place place = new Place(in.readUTF(), in.readInt());
        Map<String, String> annotations = new LinkedHashMap<>();
        for (Map.Entry<String, String> entry : list(in, () -> Map.entry(in.readUTF(), in.readUTF()))) {
            annotations.put(entry.getKey(), entry.getValue());
        }
        List<Pattern> when = list(in, () -> pattern(in, place.file()));
        String id = in.readUTF();
        int certainty = in.readByte();
        List<Integer> evidence = list(in, in::readInt);
        return new Rule(
                name,
                place,
                Map.copyOf(annotations),
                when,
                certainty == INFERRING
                        ? new Rule.Inferring(id, evidence)
                        : new Rule.Concluding(Certainty.values()[certainty], id, evidence));
    }

    private static void write(Pattern pattern, DataOutput out) throws IOException {
        out.writeInt(pattern.index());
        out.writeByte(pattern.kind().ordinal());
        out.writeByte(pattern.type().index);
        out.writeInt(pattern.place().line());
        out.writeInt(pattern.place().column());
        out.writeUTF(pattern.text());
        list(pattern.conditions(), out, condition -> write(condition, out));
    }

    private static Pattern pattern(DataInput in, String file) throws IOException {
        int index = in.readInt();
        Pattern.Kind kind = Pattern.Kind.values()[in.readByte()];
        FactType type = type(in);
        Place place = new Place(file, in.readInt(), in.readInt());
        String text = in.readUTF();
        return new Pattern(index, kind, type, list(in, () -> condition(in)), place, text);
    }

    private static void write(Condition condition, DataOutput out) throws IOException {
        if (condition instanceof Compare compare) {
            out.writeByte('c');
            write(compare.left(), out);
            out.writeByte(compare.operator().ordinal());
            value(compare.right(), out);
        } else if (condition instanceof In in) {
            out.writeByte('i');
            write(in.left(), out);
            out.writeBoolean(in.negated());
            list(in.values(), out, item -> literal(item, out));
        } else if (condition instanceof Ask ask) {
            out.writeByte('w');
            out.writeByte(ask.word().of().index);
            out.writeUTF(ask.word().name());
            list(ask.texts(), out, out::writeUTF);
        } else if (condition instanceof Condition.Not not) {
            out.writeByte('!');
            write(not.condition(), out);
        } else {
            boolean all = condition instanceof Condition.All;
            out.writeByte(all ? '&' : '|');
            list(
                    all ? ((Condition.All) condition).conditions() : ((Condition.Any) condition).conditions(),
                    out,
                    c -> write(c, out));
        }
    }

    private static Condition condition(DataInput in) throws IOException {
        char form = (char) in.readByte();
        return switch (form) {
            case 'c' -> new Compare(field(in), Operator.values()[in.readByte()], value(in));
            case 'i' -> new In(field(in), in.readBoolean(), list(in, () -> literal(in)));
            case 'w' -> new Ask(word(in), list(in, in::readUTF));
            case '!' -> new Condition.Not(condition(in));
            case '&' -> new Condition.All(list(in, () -> condition(in)));
            case '|' -> new Condition.Any(list(in, () -> condition(in)));
            default -> throw new IOException("no condition begins with " + form);
        };
    }

    private static void value(Condition.Value value, DataOutput out) throws IOException {
        out.writeBoolean(value instanceof Seen);
        if (value instanceof Seen seen) {
            out.writeInt(seen.pattern());
            write(seen.field(), out);
        } else {
            literal(((Literal) value).value(), out);
        }
    }

    private static Condition.Value value(DataInput in) throws IOException {
        return in.readBoolean() ? new Seen(in.readInt(), field(in)) : new Literal(literal(in));
    }

    private static void literal(Object value, DataOutput out) throws IOException {
        out.writeBoolean(value instanceof String);
        if (value instanceof String text) {
            out.writeUTF(text);
        } else {
            out.writeInt((Integer) value);
        }
    }

    private static Object literal(DataInput in) throws IOException {
        return in.readBoolean() ? (Object) in.readUTF() : (Object) in.readInt();
    }

    private static void write(Field field, DataOutput out) throws IOException {
        out.writeByte(field.index());
    }

    private static Field field(DataInput in) throws IOException {
        return Vocabulary.MAIL.field(in.readByte());
    }

    private static FactType.Word word(DataInput in) throws IOException {
        FactType type = type(in);
        String name = in.readUTF();
        FactType.Word word = type.words.get(name);
        if (word == null) {
            throw new IOException("no word of " + type.name() + " is " + name);
        }
        return word;
    }

    private static FactType type(DataInput in) throws IOException {
        return Vocabulary.MAIL.all().get(in.readByte());
    }
}
