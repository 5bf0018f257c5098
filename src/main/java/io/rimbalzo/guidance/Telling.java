package io.rimbalzo.guidance;

import io.rimbalzo.diagnosis.Diagnosis;
import io.rimbalzo.diagnosis.Judgement;
import io.rimbalzo.diagnosis.Permanence;
import io.rimbalzo.diagnosis.Question;
import io.rimbalzo.fact.Alignment;
import io.rimbalzo.fact.Context;
import io.rimbalzo.fact.Detail;
import io.rimbalzo.fact.Dkim;
import io.rimbalzo.fact.Dmarc;
import io.rimbalzo.fact.Fact;
import io.rimbalzo.fact.Facts;
import io.rimbalzo.fact.Likeness;
import io.rimbalzo.fact.Spf;
import io.rimbalzo.guidance.Result.Asked;
import io.rimbalzo.guidance.Result.Note;
import io.rimbalzo.guidance.Result.Told;
import io.rimbalzo.message.Identity.Audience;
import io.rimbalzo.message.RichText;
import io.rimbalzo.message.SystemMessage;
import io.rimbalzo.message.SystemMessages;
import io.rimbalzo.report.Failure;
import io.rimbalzo.report.Message;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts one judgement into words. */
public final class Telling {

    /** Inferred by rules/inference/audience.drl. */
    private static final String INSIDE = "reader-internal";

    private final Words words;
    private final SystemMessages own;

    /** @param own the organization's texts, which stand in for title and cause */
    public Telling(Words words, SystemMessages own) {
        this.words = words;
        this.own = own;
    }

    public Told tell(Failure failure, Message message, Judgement judgement, List<Question> questions) {
        Values values = values(failure, message, judgement.facts());
        Diagnosis diagnosis = judgement.diagnosis();
        Map<String, String> titles = new LinkedHashMap<>();
        judgement.alternatives().forEach(a -> titles.put(a.id(), title(a.id(), values)));
        return new Told(
                failure,
                judgement,
                diagnosis == null ? null : Permanence.of(failure, diagnosis),
                diagnosis == null ? null : advise(failure, judgement, diagnosis, values),
                judgement.findings().stream()
                        .map(finding -> note(finding.id(), values))
                        .toList(),
                titles,
                questions.stream().map(this::ask).toList());
    }

    private Guidance advise(Failure failure, Judgement judgement, Diagnosis diagnosis, Values values) {
        Guidance guidance = Advisor.advise(
                words,
                diagnosis.id(),
                values,
                reader(judgement.facts()),
                diagnosis.about().responsible(),
                diagnosis.about().then());
        return own.isEmpty()
                ? guidance
                : own.choose(words.locale(), audience(judgement), diagnosis.id(), failure.bestStatus())
                        .map(message -> guidance.in(custom(message, values)))
                        .orElse(guidance);
    }

    /** An internal text is for those only of whom it is plain that they belong to the organization. */
    private static Audience audience(Judgement judgement) {
        boolean inside = judgement.outcome().inferred().keySet().stream()
                .anyMatch(inferred -> inferred.name().equals(INSIDE));
        return inside ? Audience.INTERNAL : Audience.EXTERNAL;
    }

    private Custom custom(SystemMessage message, Values values) {
        List<String> known = words.values();
        return new Custom(
                message.identity().toString(),
                RichText.of(message.text())
                        .with(text ->
                                RichText.filled(text, name -> known.contains(name) ? words.fill(name, values) : null)));
    }

    private Note note(String id, Values values) {
        Phrase cause = words.template(id).cause();
        return new Note(id, title(id, values), cause == null ? "" : words.say(cause, values));
    }

    /** The id itself where there is no title, so that what is missing can be seen. */
    private String title(String id, Values values) {
        Phrase title = words.template(id).title();
        return title == null ? id : words.say(title, values);
    }

    private Asked ask(Question question) {
        String prefix = "context." + question.name() + ".";
        return new Asked(
                question.name(),
                words.say(prefix + "question"),
                question.options().stream()
                        .map(option -> new Asked.Option(
                                option.value(),
                                option.limit() == null
                                        ? words.say(prefix + option.value())
                                        : words.say(
                                                prefix + (option.over() ? "over" : "up-to"),
                                                Map.of("limit", option.limit()))))
                        .toList());
    }

    /** What was read, under the names that the texts use. */
    static Values values(Failure failure, Message message, List<Fact> facts) {
        String client = detail(facts, Facts.CLIENT_ADDRESS);
        String fromDomain = Facts.domain(message.from());
        return new Values()
                .put("recipient", failure.recipient())
                .put("recipientDomain", Facts.domain(failure.recipient()))
                .put("sender", message.from())
                .put("fromDomain", fromDomain != null ? fromDomain : first(facts, Dmarc.class, Dmarc::headerFrom))
                .put("mailFromDomain", mailFromDomain(message, facts))
                .put("dkimDomain", first(facts, Dkim.class, Dkim::domain))
                .put("senderIp", client != null ? client : first(facts, Spf.class, Spf::ip))
                .put("generatingServer", failure.servers().generating())
                .put("rejectingServer", failure.servers().rejecting())
                .put("code", failure.bestStatus())
                .put("blockList", detail(facts, Facts.BLOCK_LIST))
                .put("meant", first(facts, Likeness.class, Likeness::meant))
                .put(
                        "groupMembers",
                        first(
                                facts,
                                Context.class,
                                context -> context.name().equals("group-members") && !context.isUnknown()
                                        ? context.number()
                                        : null))
                .put("retryUntil", failure.retryUntil());
    }

    /** For whom the answer is meant, where that was told. */
    private static @Nullable String reader(List<Fact> facts) {
        return first(
                facts,
                Context.class,
                context -> context.name().equals("reader") && !context.isUnknown() ? context.value() : null);
    }

    private static @Nullable String detail(List<Fact> facts, String name) {
        return first(facts, Detail.class, detail -> detail.name().equals(name) ? detail.value() : null);
    }

    private static @Nullable String mailFromDomain(Message message, List<Fact> facts) {
        String domain = Facts.domain(message.returnPath());
        if (domain == null) {
            domain = first(facts, Alignment.class, a -> a.of().equals("mail-from") ? a.domain() : null);
        }
        return domain != null ? domain : first(facts, Spf.class, Spf::domain);
    }

    private static <F extends Fact, V> @Nullable V first(List<Fact> facts, Class<F> type, Function<F, V> value) {
        for (Fact fact : facts) {
            V found = type.isInstance(fact) ? value.apply(type.cast(fact)) : null;
            if (found != null && !"none".equals(found)) {
                return found;
            }
        }
        return null;
    }
}
