package io.rimbalzo.render;

import static io.rimbalzo.render.SlackNodes.bold;
import static io.rimbalzo.render.SlackNodes.words;

import io.rimbalzo.guidance.Result;
import io.rimbalzo.guidance.Words;
import io.rimbalzo.message.RichText.Break;
import io.rimbalzo.message.RichText.Close;
import io.rimbalzo.message.RichText.Open;
import io.rimbalzo.message.RichText.Piece;
import io.rimbalzo.render.Page.Party;
import io.rimbalzo.render.Page.Person;
import io.rimbalzo.render.Page.Recipient;
import io.rimbalzo.render.Page.Section;
import io.rimbalzo.render.Page.Step;
import io.rimbalzo.render.SlackNodes.Rich;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.node.ObjectNode;

/** One diagnosis as blocks of a Slack message. */
final class SlackSection {

    private static final int LONGEST_TEXT = 1_500;
    private static final int LONGEST_STEP = 600;
    private static final int LONGEST_COMMAND = 1_000;
    private static final int LONGEST_NAME = 100;
    private static final int MOST_NAMES = 3;
    private static final int MOST_QUOTES = 4;
    private static final int MOST_COMMANDS = 2;

    private final Result result;
    private final Page page;
    private final Words words;
    private final Section section;
    private final int number;
    private final boolean alone;
    private final List<Room.Piece> pieces = new ArrayList<>();

    SlackSection(Result result, Page page, int number) {
        this.result = result;
        this.page = page;
        this.words = page.words();
        this.section = page.sections().get(number);
        this.number = number;
        this.alone = page.sections().size() == 1;
    }

    /** @param asks whether this section's question is the one to ask */
    List<Room.Piece> pieces(boolean asks) {
        head();
        cause();
        proof();
        people();
        if (asks && section.question() != null) {
            question();
        }
        rest();
        return pieces;
    }

    private void add(int level, String part, ObjectNode... blocks) {
        pieces.add(new Room.Piece(number, level, words.say("cards.part." + part), List.of(blocks)));
    }

    private void head() {
        List<ObjectNode> head = new ArrayList<>();
        head.add(SlackNodes.header(section.title()));
        List<String> lines = new ArrayList<>();
        if (alone) {
            lines.add(page.lede());
        } else if (!section.addresses().isEmpty()) {
            lines.add(page.say("heading.recipient") + ": " + String.join(", ", atMost(section.addresses())));
        }
        section.facts().stream().filter(fact -> !fact.label().isEmpty()).forEach(fact -> lines.add(fact.label()));
        lines.addAll(atMost(section.codes()));
        head.add(SlackNodes.faint(LONGEST_TEXT, String.join(" · ", lines)));
        if (alone && !section.parties().isEmpty()) {
            head.add(SlackNodes.fields(
                    section.parties().stream().map(this::party).toList()));
        }
        if (section.act() != null) {
            head.add(new Rich()
                    .line(bold(page.say("heading.who") + ": "), words(section.act()))
                    .block());
        }
        pieces.add(new Room.Piece(number, Room.HEAD, null, List.copyOf(head)));
    }

    private String party(Party party) {
        String mark = party.acts()
                ? "● " + party.name() + ": " + page.say("page.acts")
                : party.then() ? "○ " + party.name() + ": " + page.say("page.acts-then") : "○ " + party.name();
        List<String> lines = new ArrayList<>(List.of(mark));
        lines.addAll(atMost(party.known()));
        return String.join("\n", lines);
    }

    private static List<String> atMost(List<String> names) {
        List<String> told = new ArrayList<>();
        names.stream().limit(MOST_NAMES).forEach(name -> told.add(Clean.atMost(LONGEST_NAME, name)));
        if (names.size() > MOST_NAMES) {
            told.add("+ " + (names.size() - MOST_NAMES));
        }
        return told;
    }

    /** An organization's own text keeps bold, emphasis, links and line ends. */
    private void cause() {
        List<ObjectNode> elements = new ArrayList<>();
        boolean bold = false;
        boolean italic = false;
        String href = null;
        int left = LONGEST_TEXT;
        for (Piece piece : section.cause().pieces()) {
            if (piece instanceof Open open) {
                bold |= open.tag().equals("B");
                italic |= open.tag().equals("EM");
                href = open.tag().equals("A") ? WebAddress.safe(String.valueOf(open.href())) : href;
            } else if (piece instanceof Close close) {
                bold &= !close.tag().equals("B");
                italic &= !close.tag().equals("EM");
                href = close.tag().equals("A") ? null : href;
            }
            if (piece instanceof io.rimbalzo.message.RichText.Words own && left > 0) {
                String text = Clean.text(own.text());
                String shown = text.length() <= left ? text : Clean.atMost(left, text);
                left -= text.length();
                elements.add(href == null ? words(shown, bold, italic) : SlackNodes.link(href, shown));
            } else if (ends(piece) && !elements.isEmpty() && left > 0) {
                elements.add(words("\n"));
            }
        }
        if (elements.stream()
                .anyMatch(element -> !element.path("text").asString("").isBlank())) {
            add(1, "cause", new Rich().line(elements).block());
        }
    }

    private static boolean ends(Piece piece) {
        return piece instanceof Break
                || piece instanceof Close close && close.tag().equals("P");
    }

    private void proof() {
        List<Recipient> recipients = section.common() != null ? List.of(section.common()) : section.recipients();
        Rich rich = new Rich().line(bold(page.say("heading.evidence")));
        for (Recipient recipient : recipients.subList(0, Math.min(MOST_NAMES, recipients.size()))) {
            if (recipients.size() > 1 && recipient.address() != null) {
                rich.line(words(Clean.atMost(LONGEST_NAME, recipient.address())));
            }
            recipient.quotes().stream().limit(MOST_QUOTES).forEach(rich::exact);
        }
        if (recipients.size() > MOST_NAMES) {
            rich.line(words("+ " + (recipients.size() - MOST_NAMES)));
        }
        if (recipients.stream().anyMatch(recipient -> !recipient.quotes().isEmpty())) {
            add(4, "proof", rich.block());
        }
    }

    private void people() {
        List<Person> people = section.people();
        boolean first = true;
        for (Person person : people) {
            Rich rich = new Rich();
            if (first) {
                rich.line(bold(page.say("heading.steps")));
            }
            rich.line(bold(person.name()));
            if (first && section.wordedFor() != null) {
                rich.line(words(words.say("page.worded-for", Map.of("recipient", section.wordedFor()))));
            }
            steps(person, rich);
            String who = person.name().substring(0, 1).toLowerCase(Locale.forLanguageTag(words.language()))
                    + person.name().substring(1);
            pieces.add(new Room.Piece(
                    number, first ? 2 : 5, words.say("cards.part.steps", Map.of("who", who)), List.of(rich.block())));
            first = false;
        }
    }

    private void steps(Person person, Rich rich) {
        int n = 0;
        for (Step step : person.steps()) {
            rich.item(n++, words(Clean.atMost(LONGEST_STEP, step.text())));
            // half a command is worse than none
            List<String> commands = step.commands().stream()
                    .filter(command -> command.length() <= LONGEST_COMMAND)
                    .limit(MOST_COMMANDS)
                    .toList();
            commands.forEach(rich::exact);
            int more = step.commands().size() - commands.size() + step.more();
            if (more > 0) {
                rich.line(words(words.say("cards.more-commands", Map.of("count", more))));
            }
        }
    }

    private void question() {
        Page.Question asked = Objects.requireNonNull(section.question(), "asked for only where there is one");
        List<ObjectNode> buttons = Answering.options(asked, words).stream()
                .map(option -> SlackNodes.button(
                        "answer-" + option.pair(), option.label(), Answering.with(result, option.pair())))
                .toList();
        add(
                3,
                "question",
                SlackNodes.section(LONGEST_TEXT, page.say("heading.question") + ": " + asked.text()),
                SlackNodes.actions("question-" + number, buttons));
    }

    private void rest() {
        List<Page.Note> notes = new ArrayList<>(section.notes());
        notes.addAll(number == 0 ? page.notes() : List.of());
        if (!notes.isEmpty()) {
            Rich rich = new Rich().line(bold(page.say("heading.also")));
            notes.forEach(note ->
                    rich.item(null, bold(note.title() + ". "), words(Clean.atMost(LONGEST_STEP, note.cause()))));
            add(7, "notes", rich.block());
        }
        if (!section.alternatives().isEmpty()) {
            Rich rich = new Rich().line(bold(page.say("heading.alternatives")));
            section.alternatives().forEach(other -> rich.item(null, words(other.title())));
            add(6, "alternatives", rich.block());
        }
        if (section.admin() != null) {
            add(
                    9,
                    "admin",
                    new Rich()
                            .line(
                                    bold(page.say("heading.admin") + ": "),
                                    words(Clean.atMost(LONGEST_TEXT, section.admin())))
                            .block());
        }
        List<Page.Link> links = section.links().stream()
                .filter(link -> link.url() != null && link.url().startsWith("https://"))
                .toList();
        if (!links.isEmpty()) {
            Rich rich = new Rich().line(bold(page.say("heading.see")));
            links.forEach(link -> rich.item(null, SlackNodes.link(String.valueOf(link.url()), link.title())));
            add(8, "links", rich.block());
        }
    }
}
