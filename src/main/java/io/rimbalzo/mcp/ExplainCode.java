package io.rimbalzo.mcp;

import io.rimbalzo.explain.Explanation;
import io.rimbalzo.render.AgentJson;
import io.rimbalzo.render.AgentText;
import java.util.List;

/** Tells what is known of a code, a diagnosis or a phrase, without a message: {@code {"code": "5.7.124"}}. */
final class ExplainCode implements Tool {

    private static final int LONGEST = 500;

    @Override
    public String name() {
        return "explain_code";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.needed("code"), Parameter.text("lang"));
    }

    @Override
    public Answer call(Call call) throws Wrong {
        String code = call.needed("code", LONGEST);
        Explanation explanation = call.rimbalzo().explain(code, call.rimbalzo().spoken(call.lang()));
        if (!explanation.found()) {
            throw new Wrong(String.valueOf(explanation.message()));
        }
        return new Answer(AgentText.of(explanation), AgentJson.of(explanation));
    }
}
