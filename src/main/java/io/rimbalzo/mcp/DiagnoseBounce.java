package io.rimbalzo.mcp;

import io.rimbalzo.Submission;
import io.rimbalzo.guidance.Advisor;
import io.rimbalzo.guidance.Result;
import io.rimbalzo.render.AgentJson;
import io.rimbalzo.render.AgentText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Tells why mail bounced: {@code {"message": "550 5.7.124 ...", "context": "recipient-kind=group"}}. */
final class DiagnoseBounce implements Tool {

    /** In characters; how many bytes are read is the machine's own limit. */
    private static final int LONGEST = Integer.MAX_VALUE;

    private static final List<String> READERS =
            Advisor.PEOPLE.stream().filter(who -> !who.equals("service")).toList();

    @Override
    public String name() {
        return "diagnose_bounce";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.needed("message"),
                Parameter.text("context"),
                Parameter.text("lang"),
                new Parameter("reader", "string", false, READERS));
    }

    @Override
    public Answer call(Call call) throws Wrong {
        String lang = call.lang();
        String reader = call.oneOf("reader", READERS, "error.bad-reader");
        byte[] message = call.needed("message", LONGEST).getBytes(StandardCharsets.UTF_8);
        Map<String, String> context = call.context();
        Result result = call.rimbalzo().diagnose(new Submission(null, message, context, lang));
        if (result.error() != null) {
            throw new Wrong(result.error().message());
        }
        Result told = reader == null ? result : result.forReader(reader);
        return new Answer(AgentText.of(told), AgentJson.of(told));
    }
}
