package io.rimbalzo;

import io.rimbalzo.guidance.Advisor;
import io.rimbalzo.guidance.Guidance;
import io.rimbalzo.guidance.Result;
import io.rimbalzo.guidance.Values;
import io.rimbalzo.guidance.Words;
import io.rimbalzo.message.ExchangeNames;
import io.rimbalzo.message.Identity;
import io.rimbalzo.message.Identity.Audience;
import io.rimbalzo.message.Shortened;
import io.rimbalzo.message.SystemMessage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The knowledge base's own words as system messages: what it says of a bare code, cut to the length that Exchange takes. */
public final class ShippedMessages {

    private final Rimbalzo rimbalzo;

    public ShippedMessages(Rimbalzo rimbalzo) {
        this.rimbalzo = rimbalzo;
    }

    /** The words of an identity; empty where the knowledge base has none for it. */
    public Optional<SystemMessage> of(Identity identity) {
        Words words = rimbalzo.library().forTag(identity.language());
        if (words == null || !words.language().equals(identity.language())) {
            return Optional.empty();
        }
        if (identity.isQuota()) {
            String key = "quota-message." + identity.name();
            return Optional.ofNullable(words.raw(key)).map(text -> message(identity, text));
        }
        return guidance(identity, words).map(guidance -> message(identity, text(guidance, identity.language())));
    }

    private static SystemMessage message(Identity identity, String text) {
        return new SystemMessage(identity, text, true, null, 0);
    }

    private Optional<Guidance> guidance(Identity identity, Words words) {
        if (identity.isDiagnosis()) {
            boolean known = rimbalzo.rules().about().containsKey(identity.name());
            return known
                    ? Optional.of(Advisor.advise(words, identity.name(), new Values(), "sender"))
                    : Optional.empty();
        }
        Result result = rimbalzo.diagnose(Submission.of(identity.name(), identity.language()));
        return result.failures().stream().findFirst().map(Result.Told::guidance);
    }

    private static String text(Guidance guidance, String language) {
        List<String> texts = new ArrayList<>(List.of(guidance.cause()));
        guidance.steps().getOrDefault("sender", List.of()).forEach(step -> texts.add(step.text()));
        Shortened.Link link = guidance.links().stream()
                .filter(l -> l.url().startsWith("https://"))
                .map(l -> new Shortened.Link(l.title(), l.url()))
                .findFirst()
                .orElse(null);
        return Shortened.text(guidance.title(), texts, link, language);
    }

    /** Of every code given, for the languages and audiences given, and of every quota message. */
    public List<SystemMessage> all(
            Collection<String> languages, Collection<Audience> audiences, Collection<String> codes) {
        List<SystemMessage> all = new ArrayList<>();
        for (String language : languages) {
            for (String code : codes) {
                for (Audience audience : audiences) {
                    Optional.ofNullable(
                                    Identity.report(language, audience, code).identity())
                            .flatMap(this::of)
                            .ifPresent(all::add);
                }
            }
            ExchangeNames.quotaTypes()
                    .forEach(type -> Optional.ofNullable(
                                    Identity.quota(language, type).identity())
                            .flatMap(this::of)
                            .ifPresent(all::add));
        }
        return all;
    }
}
