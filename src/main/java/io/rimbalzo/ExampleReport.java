package io.rimbalzo;

import io.rimbalzo.message.Identity;
import io.rimbalzo.message.Identity.Audience;
import io.rimbalzo.rule.Rule;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A delivery status as a server might write it, made up for a preview: {@code Status: 5.7.124}, from an example sender. */
public final class ExampleReport {

    private final Rimbalzo rimbalzo;

    public ExampleReport(Rimbalzo rimbalzo) {
        this.rimbalzo = rimbalzo;
    }

    /** Of a code or a diagnosis; empty for one that no rule concludes from an answer alone. */
    public Optional<String> of(Identity identity) {
        return identity.isDiagnosis()
                ? rimbalzo.rules().all().stream()
                        .filter(rule -> rule.id().equals(identity.name()))
                        .map(rule -> text(identity, rule))
                        .filter(text -> leadsTo(text, identity))
                        .findFirst()
                : Optional.of(text(identity.audience(), identity.name(), ""));
    }

    private static String text(Identity identity, Rule rule) {
        String code = rule.namedCodes().stream().findFirst().orElse("5.0.0");
        return text(
                identity.audience(),
                code,
                rule.phrases().stream()
                        .findFirst()
                        .orElse("")
                        .replace(" * ", " ")
                        .replace("*", " "));
    }

    private boolean leadsTo(String text, Identity identity) {
        return rimbalzo.diagnose(Submission.of(text, identity.language())).failures().stream()
                .anyMatch(told -> told.judgement().diagnosis() != null
                        && told.judgement().diagnosis().id().equals(identity.name()));
    }

    private static String text(@Nullable Audience audience, String code, String words) {
        String sender = audience == Audience.INTERNAL ? "mario.rossi@contoso.com" : "mario.rossi@fabrikam.com";
        String reply = code.startsWith("4") ? "450" : "550";
        return """
                From: Mario Rossi <%s>
                To: vendite@contoso.com

                Final-Recipient: rfc822;vendite@contoso.com
                Action: %s
                Status: %s
                Diagnostic-Code: smtp;%s %s %s
                """.formatted(sender, code.startsWith("4") ? "delayed" : "failed", code, reply, code, words);
    }
}
