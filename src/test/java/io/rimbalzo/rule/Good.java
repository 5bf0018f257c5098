package io.rimbalzo.rule;

import java.util.Map;
import java.util.TreeMap;

/** A small rule base in which nothing is wrong, for tests to add to. */
final class Good {

    static final String VOCABULARY = """
            package rules

            import io.rimbalzo.fact.*

            global io.rimbalzo.rule.Conclude conclude
            global io.rimbalzo.rule.Infer infer
            """;

    private static final String CONTEXT = """
            # name, then values
            recipient-kind	mailbox	group
            group-members	number
            forwarded	yes	no
            """;

    private static final String FORWARDING = """
            package rules

            // List-Id: <soci.example.org>
            rule "forwarded by a mailing list"
                @source("RFC 2919")
            when
                $list : Header( name == "list-id" )
            then
                infer.that("forwarded", $list);
            end

            rule "forwarded, as the sender says"
                @source("the sender")
            when
                $told : Context( name == "forwarded", value == "yes" )
            then
                infer.that("forwarded", $told);
            end
            """;

    private static final String POST = """
            package rules

            // 550 5.4.14 Hop count exceeded
            rule "post.lost"
                @source("a page, row 5.4.14")
                @responsible("sender-admin") @then("recipient-admin") @category("routing-loop")
                @permanence("permanent") @retry("after-change")
            when
                $status : Status( code == "5.4.14" )
            then
                conclude.certain("post.lost", $status);
            end
            """;

    private Good() {}

    static Map<String, String> files() {
        return new TreeMap<>(Map.of(
                "rules/vocabulary.drl",
                VOCABULARY,
                "rules/context.tsv",
                CONTEXT,
                "rules/inference/forwarding.drl",
                FORWARDING,
                "rules/post.drl",
                POST));
    }

    /** With one rule more, named and concluding {@code post.lost (trial)}, which asks for this and shows {@code $s}. */
    static Map<String, String> with(String when) {
        return with(
                "post-trial.drl",
                "package rules\n\n"
                        + rule("post.lost (trial)", "certain", "post.lost", "@source(\"a test\")", when, "$s"));
    }

    static Map<String, String> with(String file, String text) {
        Map<String, String> files = files();
        files.put("rules/" + file, text);
        return files;
    }

    static String rule(String name, String verb, String id, String annotations, String when, String evidence) {
        return "rule \"" + name + "\"\n    " + annotations + "\nwhen\n    " + when + "\nthen\n    conclude." + verb
                + "(\"" + id + "\", " + evidence + ");\nend\n\n";
    }
}
