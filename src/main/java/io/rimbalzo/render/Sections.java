package io.rimbalzo.render;

import io.rimbalzo.diagnosis.Diagnosis;
import io.rimbalzo.diagnosis.Permanence;
import io.rimbalzo.fact.Fact;
import io.rimbalzo.guidance.Guidance;
import io.rimbalzo.guidance.Result;
import io.rimbalzo.guidance.Result.Told;
import io.rimbalzo.guidance.Words;
import io.rimbalzo.render.Page.Alternative;
import io.rimbalzo.render.Page.Link;
import io.rimbalzo.render.Page.Note;
import io.rimbalzo.render.Page.Option;
import io.rimbalzo.render.Page.Person;
import io.rimbalzo.render.Page.Question;
import io.rimbalzo.render.Page.Recipient;
import io.rimbalzo.render.Page.Section;
import io.rimbalzo.render.Page.Step;
import io.rimbalzo.report.Answer;
import io.rimbalzo.report.Failure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The recipients of one result, those with the same diagnosis together: two full mailboxes are one section. */
final class Sections {

    private static final int MOST_COMMANDS = 10;

    private final Result result;
    private final Words words;

    Sections(Result result) {
        this.result = result;
        this.words = result.words();
    }

    List<Section> all() {
        Map<List<Object>, List<Told>> groups = new LinkedHashMap<>();
        result.failures()
                .forEach(told -> groups.computeIfAbsent(likeness(told), key -> new ArrayList<>())
                        .add(told));
        return groups.values().stream().map(this::section).toList();
    }

    /** All that a section tells, but for the recipient's own address, servers and quotes. */
    private List<Object> likeness(Told told) {
        Diagnosis diagnosis = told.judgement().diagnosis();
        Guidance guidance = told.guidance();
        if (diagnosis == null || guidance == null) {
            return List.of(undiagnosed(told), told.notes(), told.titles().keySet(), told.questions());
        }
        return List.of(
                diagnosis.id(),
                diagnosis.certainty(),
                String.valueOf(told.permanence()),
                told.notes(),
                told.titles().keySet(),
                told.questions(),
                guidance.steps().entrySet().stream()
                        .map(of -> of.getKey() + of.getValue().size())
                        .toList());
    }

    /** An organization's own text keeps its formatting; its first sentence is the headline already. */
    private static FormattedText cause(Guidance guidance) {
        return guidance.custom() == null
                ? FormattedText.plain(guidance.cause())
                : FormattedText.of(guidance.custom().afterTitle());
    }

    private Section section(List<Told> group) {
        Told first = group.get(0);
        Diagnosis diagnosis = first.judgement().diagnosis();
        Guidance guidance = first.guidance();
        return new Section(
                diagnosis == null ? null : diagnosis.id(),
                guidance == null ? words.say(undiagnosed(first)) : Clean.line(guidance.title()),
                diagnosis == null ? List.of() : facts(diagnosis, first.permanence()),
                group.stream()
                        .map(told -> code(told.failure()))
                        .filter(c -> c != null)
                        .distinct()
                        .toList(),
                diagnosis == null ? List.of() : Parties.of(result, group, diagnosis.about()),
                diagnosis == null ? null : act(diagnosis),
                guidance == null ? FormattedText.plain("") : cause(guidance),
                wordedFor(group),
                group.stream().map(this::recipient).toList(),
                diagnosis == null || guidance == null ? List.of() : people(group, diagnosis, guidance),
                first.notes().stream()
                        .map(note -> new Note(Clean.line(note.title()), Clean.line(note.cause())))
                        .toList(),
                first.titles().entrySet().stream()
                        .map(other -> new Alternative(other.getKey(), Clean.line(other.getValue())))
                        .toList(),
                first.questions().stream().findFirst().map(this::question).orElse(null),
                guidance != null && guidance.admin() != null ? Clean.line(guidance.admin()) : null,
                guidance == null
                        ? List.of()
                        : guidance.links().stream().map(Sections::link).toList(),
                diagnosis == null ? null : rule(diagnosis));
    }

    /** The heading where there is no diagnosis. */
    static String undiagnosed(Told told) {
        boolean headers = told.failure().answers().isEmpty() && told.failure().status() == null;
        return !headers ? "heading.unexplained" : told.notes().isEmpty() ? "heading.nothing" : "heading.only-notes";
    }

    private List<Page.Fact> facts(Diagnosis diagnosis, @Nullable Permanence permanence) {
        List<Page.Fact> facts = new ArrayList<>();
        facts.add(fact("certainty." + diagnosis.certainty(), ""));
        String value = permanence == null ? null : permanence.value();
        String retry =
                permanence == null || permanence.retry() == null ? "" : " " + words.say("retry." + permanence.retry());
        if (value != null) {
            facts.add(fact("permanence." + value, retry));
        } else if (!retry.isEmpty()) {
            facts.add(new Page.Fact("", retry.strip()));
        }
        return facts;
    }

    private Page.Fact fact(String key, String more) {
        return new Page.Fact(Pages.raised(words, words.say(key)), words.say("page." + key) + more);
    }

    private String act(Diagnosis diagnosis) {
        String then = diagnosis.about().then();
        String first = lowered(words.say("who." + diagnosis.about().responsible()));
        return then == null
                ? first
                : first + "; " + words.say("heading.then") + " " + lowered(words.say("who." + then));
    }

    private String lowered(String text) {
        return text.substring(0, 1).toLowerCase(Locale.forLanguageTag(words.language())) + text.substring(1);
    }

    private static @Nullable String wordedFor(List<Told> group) {
        boolean same = group.stream()
                        .map(told -> told.guidance() == null ? "" : words(told.guidance()))
                        .distinct()
                        .count()
                == 1;
        String recipient = group.get(0).failure().recipient();
        return same || recipient == null ? null : Clean.quote(recipient);
    }

    private static String words(Guidance guidance) {
        StringBuilder text = new StringBuilder(guidance.title()).append(guidance.cause());
        guidance.steps().values().forEach(steps -> steps.forEach(step -> text.append(step.text())));
        return text.append(guidance.admin()).toString();
    }

    private Recipient recipient(Told told) {
        Failure failure = told.failure();
        Diagnosis diagnosis = told.judgement().diagnosis();
        Set<String> quotes = new LinkedHashSet<>();
        if (diagnosis == null) {
            failure.answers().forEach(answer -> quotes.add(Clean.quote(answer.quote())));
        } else {
            for (Fact fact : diagnosis.evidence()) {
                quotes.add(Clean.quote(fact.quote()));
            }
        }
        quotes.remove("");
        List<String> others = failure.answers().stream()
                .map(a -> Clean.quote(a.quote()))
                .filter(quote -> quotes.stream().noneMatch(proof -> proof.contains(quote)))
                .distinct()
                .toList();
        return new Recipient(
                failure.recipient() == null ? null : Clean.quote(failure.recipient()),
                code(failure),
                List.copyOf(quotes),
                others);
    }

    /** {@code 550 5.1.1}, or what is known of it, or null. */
    private static @Nullable String code(Failure failure) {
        Answer answer = failure.bestAnswer();
        String reply = answer == null || answer.reply() == 0 ? "" : answer.reply() + " ";
        String code = (reply + (failure.bestStatus() == null ? "" : failure.bestStatus())).strip();
        return code.isEmpty() ? null : Clean.quote(code);
    }

    /** Texts as for the first recipient, commands for each. */
    private List<Person> people(List<Told> group, Diagnosis diagnosis, Guidance guidance) {
        String responsible = diagnosis.about().responsible();
        List<Person> people = new ArrayList<>();
        guidance.steps().forEach((who, steps) -> {
            List<Step> told = new ArrayList<>();
            for (int i = 0; i < steps.size(); i++) {
                List<String> commands = commands(group, who, i);
                told.add(new Step(
                        Clean.line(steps.get(i).text()),
                        commands.stream().limit(MOST_COMMANDS).toList(),
                        Math.max(0, commands.size() - MOST_COMMANDS)));
            }
            people.add(new Person(who, words.say("who." + who), who.equals(responsible), told));
        });
        return people;
    }

    private static List<String> commands(List<Told> group, String who, int step) {
        return group.stream()
                .map(Told::guidance)
                .filter(guidance -> guidance != null && guidance.steps().containsKey(who))
                .map(guidance -> guidance.steps().get(who).get(step).command())
                .filter(command -> command != null)
                .map(Clean::line)
                .distinct()
                .toList();
    }

    private Question question(Result.Asked asked) {
        return new Question(
                Clean.line(asked.text()),
                asked.options().stream()
                        .map(option -> new Option(asked.id() + "=" + option.value(), Clean.line(option.label())))
                        .toList());
    }

    private static Link link(Guidance.Link link) {
        return new Link(Clean.line(link.title()), WebAddress.safe(link.url()));
    }

    private String rule(Diagnosis diagnosis) {
        String name = diagnosis.rule().name();
        String place = diagnosis.rule().place().toString();
        return name.equals(diagnosis.id()) ? place : place + ", " + words.say("quoted", Map.of("text", name));
    }
}
