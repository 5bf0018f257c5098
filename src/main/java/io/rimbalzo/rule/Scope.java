package io.rimbalzo.rule;

import io.rimbalzo.rule.FactType.Field;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the variables of one rule stand for, as far as the rule has been read. */
final class Scope {

    /** {@code field} is null where the variable is the fact itself. */
    record Variable(int pattern, FactType type, @Nullable Field field) {}

    private final Map<String, Variable> variables = new LinkedHashMap<>();

    void bind(String name, Variable variable, Place place) {
        if (!name.startsWith("$") || name.length() == 1) {
            throw new Refused.Here(place, "variable-form", "found", name);
        }
        if (variables.put(name, variable) != null) {
            throw new Refused.Here(place, "variable-twice", "found", name);
        }
    }

    Condition.Seen field(String name, Place place) {
        Variable variable = Known.get("unknown-variable", name, variables, place);
        if (variable.field() == null) {
            throw new Refused.Here(
                    place,
                    "variable-whole",
                    "variable",
                    name,
                    "type",
                    variable.type().name());
        }
        return new Condition.Seen(variable.pattern(), variable.field());
    }

    int fact(String name, Place place) {
        Variable variable = Known.get("unknown-variable", name, variables, place);
        if (variable.field() != null) {
            throw new Refused.Here(place, "evidence-field", "variable", name);
        }
        return variable.pattern();
    }

    /** What a not or an exists has bound ends with it. */
    Scope inner() {
        Scope inner = new Scope();
        inner.variables.putAll(variables);
        return inner;
    }
}
