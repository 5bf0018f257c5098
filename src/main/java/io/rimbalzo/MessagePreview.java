package io.rimbalzo;

import io.rimbalzo.guidance.Guidance;
import io.rimbalzo.guidance.Result;
import io.rimbalzo.guidance.Telling;
import io.rimbalzo.message.Identity;
import io.rimbalzo.message.Identity.Audience;
import io.rimbalzo.message.RichText;
import io.rimbalzo.message.SystemMessage;
import io.rimbalzo.message.SystemMessages;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How whoever wrote an example message would read a text that nobody has kept yet: "Scrivere a <b>Anna</b>".
 *
 * @param title the headline; null where there is none: of a quota message, or where no example leads to the text
 * @param html  what follows it, in which nothing but the tags that Exchange allows is a tag
 */
public record MessagePreview(@Nullable String title, String html) {

    /** Of any text; a tag that Exchange would not take stays words. */
    public static MessagePreview of(Rimbalzo rimbalzo, SystemMessage message) {
        return (message.identity().isQuota() ? Optional.<Guidance>empty() : told(rimbalzo, message))
                .flatMap(guidance -> Optional.ofNullable(guidance.custom())
                        .map(own -> new MessagePreview(
                                guidance.title(), own.afterTitle().html())))
                .orElseGet(() ->
                        new MessagePreview(null, RichText.of(message.text()).html()));
    }

    /** The example's answer with this text, where the text is the one that its reader gets. */
    private static Optional<Guidance> told(Rimbalzo rimbalzo, SystemMessage message) {
        Identity identity = message.identity();
        return new ExampleReport(rimbalzo)
                .of(identity).stream()
                        .map(report -> rimbalzo.diagnose(new Submission(
                                null,
                                report.getBytes(StandardCharsets.UTF_8),
                                Map.of(
                                        "sender-location",
                                        identity.audience() == Audience.INTERNAL ? "internal" : "external"),
                                identity.language())))
                        .flatMap(result -> result.failures().stream().map(told -> guidance(result, told, message)))
                        .filter(guidance -> guidance != null && guidance.custom() != null)
                        .findFirst();
    }

    private static @Nullable Guidance guidance(Result result, Result.Told told, SystemMessage message) {
        return told.judgement().diagnosis() == null
                ? null
                : new Telling(result.words(), SystemMessages.only(message))
                        .tell(told.failure(), result.report().message(), told.judgement(), List.of())
                        .guidance();
    }
}
