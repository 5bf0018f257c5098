package io.rimbalzo.render;

import io.rimbalzo.fact.Context;
import io.rimbalzo.fact.Format;
import io.rimbalzo.fact.Inferred;
import io.rimbalzo.fact.Notice;
import io.rimbalzo.fact.Reply;
import io.rimbalzo.fact.Status;
import io.rimbalzo.rule.Demand;
import io.rimbalzo.rule.Demand.Bound;
import io.rimbalzo.rule.Demand.Text;
import io.rimbalzo.rule.Demand.Value;
import io.rimbalzo.rule.Requirement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a rule asks for, one flat object for each thing: {@code Status( code in ("5.7.1", "5.7.0") )} is a {@code code} with
 * two values. A pattern that says more than such objects can is a {@code fact}, told by the rule's own text.
 */
final class RequirementJson {

    /**
     * One of the objects.
     *
     * @param other  whether anything but the values is meant; of a number, whether it is at most the value, and not over it
     * @param values any of them will do
     */
    private record Told(String kind, boolean absent, boolean other, List<String> values) {}

    private RequirementJson() {}

    static void add(Requirement requirement, ArrayNode array) {
        for (Told told : told(requirement)) {
            ObjectNode one = array.addObject()
                    .put("kind", told.kind)
                    .put("absent", told.absent)
                    .put("other", told.other)
                    .put("name", told.kind.equals("fact") ? null : requirement.name());
            ArrayNode values = one.putArray("values");
            told.values.forEach(values::add);
            one.put("rule", requirement.text());
        }
    }

    private static List<Told> told(Requirement requirement) {
        List<Demand> demands = requirement.beside();
        if (demands.isEmpty() && requirement.name() != null) {
            String kind = requirement.is(Inferred.class) ? "inferred" : "context";
            return List.of(new Told(kind, requirement.absent(), false, List.of()));
        }
        List<Told> all = new ArrayList<>();
        for (Demand demand : demands) {
            Told told = told(requirement, demand);
            if (told != null) {
                all.add(told);
            }
        }
        // "not both" is more than "not this" and "not that"
        boolean apart = !requirement.absent() || demands.size() == 1;
        return apart && !demands.isEmpty() && all.size() == demands.size()
                ? all
                : List.of(new Told("fact", requirement.absent(), false, List.of()));
    }

    private static @Nullable Told told(Requirement requirement, Demand demand) {
        boolean absent = requirement.absent();
        if (demand instanceof Bound bound && requirement.is(Context.class)) {
            return new Told("number", absent, !bound.isLower(), List.of(String.valueOf(bound.limit())));
        }
        if (demand instanceof Value value) {
            String kind = kind(requirement, value.field().name());
            List<String> values = value.values().stream().map(String::valueOf).toList();
            return kind == null ? null : new Told(kind, absent, value.isDenied(), values);
        }
        if (demand instanceof Text text) {
            String kind = kind(requirement, text.word().name());
            // !says(...) of an answer that must be there: these words must not be
            boolean words = "words".equals(kind) && text.isDenied();
            return kind == null ? null : new Told(kind, absent != words, text.isDenied() && !words, text.texts());
        }
        return null;
    }

    private static @Nullable String kind(Requirement requirement, String asked) {
        if (requirement.is(Reply.class)) {
            return asked.equals("says") ? "words" : "reply";
        }
        if (requirement.is(Notice.class)) {
            return "notice";
        }
        if (requirement.is(Status.class)) {
            return "code";
        }
        if (requirement.is(Format.class)) {
            return "format";
        }
        return requirement.is(Context.class) && asked.equals("value") ? "context" : null;
    }
}
