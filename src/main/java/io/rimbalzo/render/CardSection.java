package io.rimbalzo.render;

import static io.rimbalzo.render.CardNodes.exact;
import static io.rimbalzo.render.CardNodes.faint;
import static io.rimbalzo.render.CardNodes.heading;
import static io.rimbalzo.render.CardNodes.node;
import static io.rimbalzo.render.CardNodes.text;

import io.rimbalzo.guidance.Result;
import io.rimbalzo.guidance.Words;
import io.rimbalzo.render.Page.Party;
import io.rimbalzo.render.Page.Person;
import io.rimbalzo.render.Page.Recipient;
import io.rimbalzo.render.Page.Section;
import io.rimbalzo.render.Page.Step;
import io.rimbalzo.render.Room.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One diagnosis on a card: what happened and who must act first of all, then the steps, the proof and the rest. */
final class CardSection {

    static final int LONGEST_TITLE = 200;
    static final int LONGEST_TEXT = 1_500;
    private static final int LONGEST_STEP = 700;
    private static final int LONGEST_COMMAND = 1_000;
    private static final int LONGEST_NAME = 100;
    private static final int MOST_NAMES = 3;
    private static final int MOST_QUOTES = 4;
    private static final int MOST_COMMANDS = 2;

    /** After {@link Room#HEAD}, in this order they are given up last. */
    private static final int CAUSE = 1;

    private static final int FIRST_STEPS = 2;
    private static final int QUESTION = 3;
    private static final int PROOF = 4;
    private static final int STEPS = 5;
    private static final int ALTERNATIVES = 6;
    private static final int NOTES = 7;
    private static final int LINKS = 8;
    private static final int ADMIN = 9;

    private final Result result;
    private final Page page;
    private final Words words;
    private final Section section;
    private final int number;
    private final boolean alone;
    private final List<Piece> pieces = new ArrayList<>();

    CardSection(Result result, Page page, int number) {
        this.result = result;
        this.page = page;
        this.words = page.words();
        this.section = page.sections().get(number);
        this.number = number;
        this.alone = page.sections().size() == 1;
    }

    /** @param asks whether this section's question is the one to ask */
    List<Piece> pieces(boolean asks) {
        add(Room.HEAD, null, head());
        String cause = CardText.formatted(section.cause(), LONGEST_TEXT);
        add(CAUSE, part("cause"), cause.isEmpty() ? List.of() : List.of(text(cause)));
        add(PROOF, part("proof"), proof());
        people();
        add(QUESTION, part("question"), asks ? question() : List.of());
        add(NOTES, part("notes"), toggled("notes", "heading.also", notes()));
        add(
                ALTERNATIVES,
                part("alternatives"),
                toggled(
                        "alternatives",
                        "heading.alternatives",
                        section.alternatives().stream()
                                .map(other -> text("- " + CardText.of(other.title())))
                                .toList()));
        add(
                ADMIN,
                part("admin"),
                toggled(
                        "admin",
                        "heading.admin",
                        section.admin() == null
                                ? List.of()
                                : List.of(text(CardText.of(LONGEST_TEXT, section.admin())))));
        add(LINKS, part("links"), links());
        return pieces;
    }

    private void add(int level, @Nullable String name, List<ObjectNode> nodes) {
        if (!nodes.isEmpty()) {
            pieces.add(new Piece(number, level, name, nodes));
        }
    }

    private String part(String name) {
        return words.say("cards.part." + name);
    }

    private List<ObjectNode> head() {
        List<ObjectNode> head = new ArrayList<>();
        head.add(heading(CardText.of(LONGEST_TITLE, section.title()), alone ? "Large" : "Medium"));
        if (alone) {
            head.add(faint(CardText.of(LONGEST_TITLE, page.lede())));
        } else {
            head.get(0).put("separator", true).put("spacing", "Large");
            String names = String.join(", ", atMost(section.addresses()));
            if (!names.isEmpty()) {
                head.add(faint(CardText.of(page.say("heading.recipient") + ": " + names)));
            }
        }
        ObjectNode facts = node("FactSet");
        ArrayNode rows = facts.putArray("facts");
        section.facts().stream()
                .filter(fact -> !fact.label().isEmpty())
                .forEach(fact -> row(rows, fact.label(), fact.text()));
        if (!section.codes().isEmpty()) {
            row(rows, page.say("page.code"), String.join(", ", atMost(section.codes())));
        }
        if (section.act() != null) {
            row(rows, page.say("heading.who"), section.act());
        }
        if (!rows.isEmpty()) {
            head.add(facts);
        }
        section.facts().stream()
                .filter(fact -> fact.label().isEmpty())
                .forEach(fact -> head.add(faint(CardText.of(fact.text()))));
        if (alone && !section.parties().isEmpty()) {
            head.add(parties());
        }
        return head;
    }

    private static void row(ArrayNode rows, String title, String value) {
        rows.addObject().put("title", CardText.of(title)).put("value", CardText.of(LONGEST_STEP, value));
    }

    /** The first names, and how many more there are. */
    private static List<String> atMost(List<String> names) {
        List<String> told = new ArrayList<>();
        names.stream().limit(MOST_NAMES).forEach(name -> told.add(Clean.atMost(LONGEST_NAME, name)));
        if (names.size() > MOST_NAMES) {
            told.add("+ " + (names.size() - MOST_NAMES));
        }
        return told;
    }

    private ObjectNode parties() {
        ObjectNode strip = node("ColumnSet");
        ArrayNode columns = strip.putArray("columns");
        for (Party party : section.parties()) {
            ObjectNode column = columns.addObject().put("type", "Column").put("width", "stretch");
            column.put("style", party.acts() ? "attention" : "emphasis");
            ArrayNode items = column.putArray("items");
            items.add(text(CardText.of(party.name())).put("weight", "Bolder"));
            if (party.acts() || party.then()) {
                String mark = party.acts() ? "● " + page.say("page.acts") : "○ " + page.say("page.acts-then");
                items.add(text(CardText.of(mark)).put("spacing", "None").put("size", "Small"));
            }
            atMost(party.known()).forEach(name -> items.add(faint(CardText.of(name))));
        }
        return strip;
    }

    private List<ObjectNode> proof() {
        List<ObjectNode> quotes = new ArrayList<>();
        List<Recipient> recipients = section.common() != null ? List.of(section.common()) : section.recipients();
        for (Recipient recipient : recipients.subList(0, Math.min(MOST_NAMES, recipients.size()))) {
            if (recipients.size() > 1 && recipient.address() != null) {
                quotes.add(faint(CardText.of(LONGEST_NAME, recipient.address())));
            }
            recipient.quotes().stream().limit(MOST_QUOTES).forEach(quote -> quotes.add(exact(quote)));
        }
        int more = recipients.size() - MOST_NAMES;
        if (more > 0) {
            quotes.add(faint("+ " + more));
        }
        return recipients.stream().allMatch(recipient -> recipient.quotes().isEmpty())
                ? List.of()
                : List.of(subheading("heading.evidence"), CardNodes.quoted(quotes));
    }

    private ObjectNode subheading(String key) {
        return heading(CardText.of(page.say(key)), "Default").put("spacing", "Medium");
    }

    /** The first, who is whoever must act or whoever reads, is told at once; the others when asked for. */
    private void people() {
        boolean first = true;
        for (Person person : section.people()) {
            String name = words.say("cards.part.steps", Map.of("who", lowered(person.name())));
            List<ObjectNode> steps = steps(person);
            if (first) {
                List<ObjectNode> told = new ArrayList<>();
                told.add(subheading("heading.steps"));
                told.add(text(CardText.of(person.name())).put("weight", "Bolder"));
                if (section.wordedFor() != null) {
                    told.add(faint(CardText.of(
                            LONGEST_STEP, words.say("page.worded-for", Map.of("recipient", section.wordedFor())))));
                }
                told.addAll(steps);
                add(FIRST_STEPS, name, told);
            } else {
                String id = "steps-" + number + "-" + person.who();
                add(STEPS, name, CardNodes.toggled(id, CardText.exact(person.name()), steps));
            }
            first = false;
        }
    }

    private List<ObjectNode> steps(Person person) {
        List<ObjectNode> nodes = new ArrayList<>();
        int n = 0;
        for (Step step : person.steps()) {
            nodes.add(
                    text(++n + "\\. " + CardText.of(LONGEST_STEP, step.text())).put("spacing", "Small"));
            // half a command is worse than none
            List<String> commands = step.commands().stream()
                    .filter(command -> command.length() <= LONGEST_COMMAND)
                    .limit(MOST_COMMANDS)
                    .toList();
            commands.forEach(command -> nodes.add(exact(command)));
            int more = step.commands().size() - commands.size() + step.more();
            if (more > 0) {
                nodes.add(faint(CardText.of(words.say("cards.more-commands", Map.of("count", more)))));
            }
        }
        return nodes;
    }

    private List<ObjectNode> question() {
        if (section.question() == null) {
            return List.of();
        }
        List<ObjectNode> buttons = Answering.options(section.question(), words).stream()
                .map(option -> {
                    ObjectNode action = node("Action.Submit")
                            .put("title", CardText.exact(Clean.atMost(LONGEST_TITLE, option.label())));
                    action.set("data", Answering.with(result, option.pair()));
                    return action;
                })
                .toList();
        List<ObjectNode> nodes = new ArrayList<>();
        nodes.add(subheading("heading.question"));
        nodes.add(text(CardText.of(LONGEST_STEP, section.question().text())));
        nodes.addAll(CardNodes.buttons(buttons));
        return nodes;
    }

    private List<ObjectNode> notes() {
        List<Page.Note> notes = new ArrayList<>(section.notes());
        if (number == 0) {
            notes.addAll(page.notes());
        }
        return notes.stream()
                .map(note -> text("**" + CardText.of(note.title()) + ".** " + CardText.of(LONGEST_STEP, note.cause())))
                .toList();
    }

    private List<ObjectNode> toggled(String name, String key, List<ObjectNode> items) {
        return items.isEmpty()
                ? List.of()
                : CardNodes.toggled(name + "-" + number, CardText.exact(page.say(key)), items);
    }

    private List<ObjectNode> links() {
        List<ObjectNode> buttons = section.links().stream()
                .filter(link -> link.url() != null && link.url().regionMatches(true, 0, "https://", 0, 8))
                .map(link -> node("Action.OpenUrl")
                        .put("title", CardText.exact(Clean.atMost(LONGEST_TITLE, link.title())))
                        .put("url", link.url()))
                .toList();
        return buttons.isEmpty() ? List.of() : CardNodes.buttons(buttons);
    }

    private String lowered(String text) {
        return text.substring(0, 1).toLowerCase(Locale.forLanguageTag(words.language())) + text.substring(1);
    }
}
