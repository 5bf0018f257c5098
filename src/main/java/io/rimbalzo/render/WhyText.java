package io.rimbalzo.render;

import io.rimbalzo.diagnosis.Standing;
import io.rimbalzo.fact.Fact;
import io.rimbalzo.guidance.Result;
import io.rimbalzo.guidance.Words;
import io.rimbalzo.render.Lines.Ink;
import io.rimbalzo.rule.Finding;
import io.rimbalzo.rule.Nearly;
import io.rimbalzo.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How an answer came about, for the terminal: 80 columns, from the facts to the order of the conclusions. */
public final class WhyText {

    private static final int MOST_NEARLY = 5;

    private final Words words;
    private final Lines lines;
    private final boolean all;

    private WhyText(Words words, boolean all, boolean colour) {
        this.words = words;
        this.lines = new Lines(TextPage.WIDTH, colour);
        this.all = all;
    }

    /**
     * The page, ending with a line's end.
     *
     * @param all also the headers that no rule looks at, and every rule that came near
     */
    public static String of(Result result, boolean all, boolean colour) {
        WhyText text = new WhyText(result.words(), all, colour);
        if (result.error() != null) {
            return text.lines.text(0, result.error().message(), Ink.BOLD).toString();
        }
        result.failures().forEach(told -> text.account(new Account(told, result.words())));
        return text.lines.toString();
    }

    private void account(Account account) {
        lines.blank();
        String recipient = account.told().failure().recipient();
        lines.text(
                0,
                recipient == null ? words.say("why.title") : words.say("why.title.of", Map.of("recipient", recipient)),
                Ink.BOLD);
        facts(account);
        inferred(account);
        fired(account);
        ranking(account);
        nearly(account);
    }

    private void facts(Account account) {
        heading("why.facts");
        int idle = 0;
        for (Fact fact : account.told().judgement().facts()) {
            if (!all && account.isIdle(fact)) {
                idle++;
            } else {
                fact(fact);
            }
        }
        if (idle > 0) {
            lines.text(2, words.say("why.facts.more", Map.of("count", idle)), Ink.FAINT);
        }
    }

    private void fact(Fact fact) {
        Map<String, Object> fields = Account.fields(fact);
        List<String> told = new ArrayList<>();
        fields.forEach((name, value) -> told.add(name + ": " + Clean.quote(String.valueOf(value))));
        String type = fact.getClass().getSimpleName();
        lines.hanging("  ", "    ", told.isEmpty() ? type : type + "  " + String.join(", ", told), Ink.CYAN);
        if (!fields.containsValue(fact.quote())) {
            lines.text(4, quoted(fact), Ink.PLAIN);
        }
    }

    private String quoted(Fact fact) {
        return words.say("quoted", Map.of("text", Clean.quote(fact.quote())));
    }

    private void heading(String key) {
        lines.blank().text(0, words.say(key), Ink.BOLD);
    }

    private void inferred(Account account) {
        heading("why.inferred");
        account.told().judgement().outcome().inferred().forEach((inferred, reasons) -> {
            lines.hanging("  ", "    ", account.inferred(inferred.name()) + " (" + inferred.name() + ")", Ink.CYAN);
            reasons.forEach(reason -> rule(account, reason.rule(), reason.evidence()));
        });
        if (account.told().judgement().outcome().inferred().isEmpty()) {
            lines.text(2, words.say("why.inferred.none"), Ink.PLAIN);
        }
    }

    private void rule(Account account, Rule rule, List<Fact> evidence) {
        lines.hanging("  - ", "    ", account.sentence(rule, evidence), Ink.PLAIN);
        place(rule);
        for (Fact fact : evidence) {
            lines.hanging("    ", "      ", words.say("why.from", Map.of("quote", quoted(fact))), Ink.PLAIN);
        }
    }

    private void place(Rule rule) {
        String name = words.say("quoted", Map.of("text", rule.name()));
        lines.text(4, EntryWords.place(rule) + ", " + name, Ink.FAINT);
    }

    private void fired(Account account) {
        heading("why.fired");
        List<Finding> findings = account.told().judgement().outcome().findings();
        findings.forEach(finding -> rule(account, finding.rule(), finding.evidence()));
        if (findings.isEmpty()) {
            lines.text(2, words.say("why.fired.none"), Ink.PLAIN);
        }
    }

    private void ranking(Account account) {
        heading("why.ranking");
        int number = 1;
        for (Standing standing : account.standings()) {
            Finding best = standing.best();
            String told = words.say(
                    "why.rank",
                    Map.of(
                            "title", account.title(standing.id()),
                            "id", standing.id(),
                            "certainty", account.certainty(best),
                            "basis", account.basis(best.strength().basis())));
            lines.hanging("  " + number + ". ", "     ", told, Ink.CYAN);
            lines.text(5, account.behind(number - 1), Ink.PLAIN);
            String shown = account.shown(number - 1);
            if (shown != null) {
                lines.text(5, shown, Ink.PLAIN);
            }
            number++;
        }
        if (account.standings().isEmpty()) {
            lines.text(2, words.say("why.none"), Ink.PLAIN);
        }
    }

    private void nearly(Account account) {
        heading("why.nearly");
        List<Nearly> nearly = account.nearly();
        List<Nearly> shown = all ? nearly : nearly.subList(0, Math.min(MOST_NEARLY, nearly.size()));
        for (Nearly near : shown) {
            lines.hanging("  - ", "    ", account.sentence(near.rule()), Ink.PLAIN);
            String what = account.missing(near);
            Fact fact = near.fact();
            String lacking = fact != null && Account.isAgainst(near)
                    ? words.say("why.against", Map.of("quote", quoted(fact), "what", what))
                    : words.say("why.missing", Map.of("what", what));
            lines.hanging("    ", "      ", lacking, Ink.CYAN);
            place(near.rule());
        }
        if (nearly.isEmpty()) {
            lines.text(2, words.say("why.nearly.none"), Ink.PLAIN);
        } else if (shown.size() < nearly.size()) {
            lines.text(2, words.say("why.nearly.more", Map.of("count", nearly.size() - shown.size())), Ink.FAINT);
        }
    }
}
