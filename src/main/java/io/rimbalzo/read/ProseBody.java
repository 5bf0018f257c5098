package io.rimbalzo.read;

import io.rimbalzo.report.Answer;
import io.rimbalzo.report.Servers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What mail servers write in their own words, each in its way: {@code <luca@example.it>: Sorry, no mailbox here by that
 * name. (#5.1.1)}, or the address on a line of its own and the reason below it.
 */
final class ProseBody {

    private static final int MOST = 1_000;

    private final Body body;
    private final Set<String> others;
    private final List<RecipientBlock> blocks = new ArrayList<>();
    private final AnswerPool pool;
    private @Nullable RecipientBlock current;
    /** Under a heading for reasons, the line above an address. */
    private @Nullable String above;

    private boolean formal;

    private ProseBody(Body body, Set<String> others) {
        this.body = body;
        this.others = others;
        this.pool = new AnswerPool(body.anchors());
    }

    /**
     * Each recipient that the text names, with what it says of it.
     *
     * @param failed recipients that the report's own header names (X-Failed-Recipients)
     * @param others addresses that are hardly recipients, in lower case: of the one who gets the report and of its author
     * @param likely addresses that the returned message was sent to
     * @param any    whether a mail system wrote it, so that any address in it may be the recipient's
     */
    static List<Found> read(Body body, List<String> failed, Set<String> others, List<String> likely, boolean any) {
        ProseBody prose = new ProseBody(body, new HashSet<>(others));
        body.lines().forEach(prose::line);
        for (String address : failed.size() > prose.blocks.size() ? failed : List.<String>of()) {
            prose.blockOf(address);
        }
        if (any && prose.blocks.isEmpty()) {
            prose.anyAddress(likely);
        }
        if (prose.blocks.stream().anyMatch(block -> !prose.isOther(block.address))) {
            prose.blocks.removeIf(block -> prose.isOther(block.address));
        }
        return prose.blocks.stream()
                .limit(MOST)
                .map(prose::found)
                .filter(f -> any || prose.isSaid(f))
                .toList();
    }

    /** The same of a report whose fields name the recipients: an answer in its transcript may name none. */
    static List<Found> told(Body body, Set<String> others) {
        List<Found> found = read(body, List.of(), others, List.of(), true);
        ProseBody prose = new ProseBody(body, others);
        (found.isEmpty() ? body.lines() : List.<Body.Line>of()).forEach(prose::line);
        String answer = prose.pool.of("", true);
        return answer == null ? found : List.of(Found.of(null, answer, Servers.UNKNOWN, null));
    }

    /** Without knowing the author: an answer with a code, the form that Postfix, qmail and sendmail have, or a sentence that tells it. */
    private boolean isSaid(Found found) {
        return formal
                || found.answers().stream().anyMatch(a -> a.reply() > 0 || a.status() != null)
                || body.has("title", "undelivered");
    }

    private void line(Body.Line line) {
        String text = line.text().stripLeading();
        if (line.isBlank()) {
            close();
        } else if (text.startsWith(">>>") || ProseLine.isHeading(text)) {
            // what the reporter itself said to the other server, or what it says next
            current = null;
            above = line.is("reasons") ? "" : null;
        } else if (text.startsWith("<<<")) {
            current = null;
            pool.take(text, false);
        } else if (line.is("contact", "opening")) {
            ProseLine.addresses(text).stream()
                    .limit(1)
                    .forEach(address -> others.add(address.toLowerCase(Locale.ROOT)));
        } else if (line.is("rejected", "undelivered", "title", "reason")) {
            named(line, ProseLine.indent(line.text()));
        } else if (line.is("response")) {
            respond(line.rest());
        } else if (!line.is("subject")) {
            plain(line);
        }
    }

    private void plain(Body.Line line) {
        int indent = ProseLine.indent(line.text());
        AddressLine.Leading leading = leading(line);
        String introduced = line.text().endsWith(":") ? body.within(line.text(), "response") : null;
        if (leading != null && isNew(leading, indent)) {
            begin(leading.address(), indent).append(ProseLine.isTime(leading.rest()) ? "" : leading.rest());
            formal |= line.text().stripLeading().startsWith("<")
                    && (line.text().contains(">:") || line.text().contains(">... "));
        } else if (introduced != null) {
            respond(introduced);
        } else if (current != null
                && !(line.is("answer-end")
                        && !Mark.all(current.answer.toString()).isEmpty())) {
            current.append(ProseLine.isClock(line.text()) ? "" : line.text());
        } else if (!line.is("answer-end")) {
            above = above == null ? null : line.text();
            pool.take(line.text(), line.is("recipient-words", "answer"));
        }
    }

    private AddressLine.@Nullable Leading leading(Body.Line line) {
        String only = AddressLine.only(line.text());
        return only != null ? new AddressLine.Leading(only, "") : AddressLine.leading(line.text());
    }

    /** A deeper line goes on with the recipient above it; so does its address said once more. */
    private boolean isNew(AddressLine.Leading leading, int indent) {
        return current == null
                || (indent <= current.indent || current.closed) && !current.address.equalsIgnoreCase(leading.address());
    }

    private boolean isOther(String address) {
        return others.contains(address.toLowerCase(Locale.ROOT));
    }

    private RecipientBlock begin(String address, int indent) {
        current = blockOf(address, indent);
        // some reports say everything twice, in two languages
        current = Mark.all(current.answer.toString()).isEmpty() ? current : new RecipientBlock(address, indent);
        current.closed = false;
        pool.end(false);
        if (above != null && current.answer.length() == 0) {
            current.append(above);
        }
        return current;
    }

    private RecipientBlock blockOf(String address) {
        return blockOf(address, 0);
    }

    private RecipientBlock blockOf(String address, int indent) {
        for (RecipientBlock block : blocks) {
            if (block.address.equalsIgnoreCase(address)) {
                return block;
            }
        }
        RecipientBlock block = new RecipientBlock(address, indent);
        if (blocks.size() < MOST) {
            blocks.add(block);
        }
        return block;
    }

    /**
     * {@code Failed Recipient: luca@example.it}, {@code Your message to luca@example.it couldn't be delivered}, and, where
     * the words before the address are the answer, {@code Unknown user: luca@example.it}.
     */
    private void named(Body.Line line, int indent) {
        List<String> addresses = ProseLine.addresses(line.is("title") ? line.rest() : line.text());
        if (addresses.isEmpty()) {
            pool.take(line.text(), false);
            return;
        }
        RecipientBlock named = begin(addresses.get(0), indent);
        int end = line.text().indexOf(addresses.get(0)) + addresses.get(0).length();
        String rest =
                Wrapper.trimStart(line.text().substring(end).replace(">", " ").strip());
        if (line.is("reason")) {
            formal = true;
            named.append(line.text());
        } else if (line.is("rejected") && !rest.isEmpty() || !Mark.all(rest).isEmpty()) {
            named.append(rest);
        } else {
            named.notice = line.text().strip();
            current = line.is("title") ? null : named;
        }
    }

    /** What follows is the answer for the recipients above that have none yet. */
    private void respond(String first) {
        if (current != null && !current.closed) {
            current.append(first);
            return;
        }
        current = null;
        pool.respond(first);
    }

    private void close() {
        if (current != null && current.answer.length() > 0) {
            current = null;
        } else if (current != null) {
            current.closed = true;
        }
        above = above == null ? null : "";
        pool.end(true);
    }

    /** No recipient stands where servers put it: the first address in a line with an answer, else in any line. */
    private void anyAddress(List<String> likely) {
        for (String line : pool.answers()) {
            ProseLine.addresses(line).stream()
                    .filter(address -> !isOther(address))
                    .forEach(this::blockOf);
        }
        String text = blocks.isEmpty() ? body.text().toLowerCase(Locale.ROOT) : "";
        likely.stream()
                .limit(20)
                .filter(a -> text.contains(a.toLowerCase(Locale.ROOT)))
                .forEach(this::blockOf);
        for (int i = 0; i < body.lines().size() && blocks.isEmpty(); i++) {
            Body.Line line = body.lines().get(i);
            List<String> addresses = line.is("contact") ? List.of() : ProseLine.addresses(line.text());
            addresses.stream().filter(a -> !isOther(a)).findFirst().ifPresent(this::blockOf);
        }
    }

    private Found found(RecipientBlock block) {
        String answer = block.answer.toString();
        if (answer.isEmpty() || Mark.all(answer).isEmpty() && StatusCode.find(answer, 0) == null) {
            String pooled = pool.of(block.address, answer.isEmpty() || blocks.size() == 1);
            answer = pooled == null ? answer : pooled;
        }
        answer = whole(answer);
        String notice = block.notice == null && answer.isEmpty() ? nearby(block.address) : block.notice;
        Found found = Found.of(block.address, answer, Servers.UNKNOWN, Notice.of(notice == null ? "" : notice));
        String host = found.answers().isEmpty() ? null : found.answers().get(0).host();
        return host == null ? found : Found.of(block.address, answer, new Servers(null, host), found.notice());
    }

    /** Where no answer is quoted, the sentence with the address, else the whole text. */
    private @Nullable String nearby(String address) {
        for (int i = 0; i < body.lines().size(); i++) {
            String text = body.lines().get(i).text();
            if (text.contains(address) && text.strip().length() > address.length() + 10) {
                return paragraph(i);
            }
        }
        return blocks.size() == 1 ? body.text() : null;
    }

    private String paragraph(int from) {
        StringBuilder words = new StringBuilder();
        for (int i = from; i < body.lines().size() && !body.lines().get(i).isBlank() && i < from + 5; i++) {
            words.append(body.lines().get(i).text().strip()).append(' ');
        }
        return words.toString().strip();
    }

    /** The whole reply, where a server shows only the first line of it: {@code (reason: 550-5.1.1 ... Please try)}. */
    private String whole(String answer) {
        List<Answer> shown = answer.contains("-") ? AnswerText.read(answer) : List.of();
        for (String line : shown.isEmpty() ? List.<String>of() : pool.answers()) {
            if (line.length() > answer.length() && StatusReport.isBeginning(shown.get(0), AnswerText.read(line))) {
                return line;
            }
        }
        return answer;
    }
}
