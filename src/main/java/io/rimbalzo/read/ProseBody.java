package io.rimbalzo.read;

import io.rimbalzo.report.Answer;
import io.rimbalzo.report.Servers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What mail servers write in their own words, each in its way: {@code <luca@example.it>: Sorry, no mailbox here by that
 * name. (#5.1.1)}, or the address on a line of its own and the reason below it.
 */
final class ProseBody {

    private static final int MOST = 1_000;
    private static final int LONGEST_ANSWER = 8_000;

    private final Body body;
    private final Set<String> others;
    private final List<RecipientBlock> blocks = new ArrayList<>();
    private final List<String> pool = new ArrayList<>();
    private RecipientBlock current;
    private boolean responding;
    private boolean formal;

    private ProseBody(Body body, Set<String> others) {
        this.body = body;
        this.others = others;
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
        return prose.blocks.stream().limit(MOST).map(prose::found).filter(f -> any || prose.isSaid(f)).toList();
    }

    /** Without knowing the author: an answer with a code, the form that Postfix and qmail have, or a sentence that tells it. */
    private boolean isSaid(Found found) {
        return formal || found.answers().stream().anyMatch(a -> a.reply() > 0 || a.status() != null)
                || body.has("title", "undelivered");
    }

    private void line(Body.Line line) {
        int indent = indent(line.text());
        AddressLine.Leading leading = line.is("contact") ? null : leading(line);
        if (line.isBlank()) {
            close();
        } else if (line.text().stripLeading().startsWith(">>>")) {
            // what the reporter itself said to the other server
            current = null;
        } else if (line.text().stripLeading().startsWith("<<<")) {
            current = null;
            pool(line.text());
        } else if (line.is("contact", "opening")) {
            AddressLine.all(line.text()).stream().limit(1).forEach(address -> others.add(address.toLowerCase(Locale.ROOT)));
        } else if (line.is("rejected", "undelivered", "title")) {
            named(line, indent);
        } else if (line.is("response")) {
            respond(line);
        } else if (leading != null && isNew(leading, indent)) {
            begin(leading.address(), indent).append(isTime(leading.rest()) ? "" : leading.rest());
            formal |= line.text().stripLeading().startsWith("<") && line.text().contains(">:");
        } else if (current != null && !(line.is("answer-end") && !Mark.all(current.answer.toString()).isEmpty())) {
            current.append(line.text());
        } else if (!line.is("answer-end")) {
            pool(line.text());
        }
    }

    private AddressLine.Leading leading(Body.Line line) {
        String only = AddressLine.only(line.text());
        return only != null ? new AddressLine.Leading(only, "") : AddressLine.leading(line.text());
    }

    /** A deeper line goes on with the recipient above it; so does its address said once more. */
    private boolean isNew(AddressLine.Leading leading, int indent) {
        return current == null || (indent <= current.indent || current.closed)
                && !current.address.equalsIgnoreCase(leading.address());
    }

    private boolean isOther(String address) {
        return others.contains(address.toLowerCase(Locale.ROOT));
    }

    /** {@code on Thu, 11 Jul 2002 16:54:54 -0300}: when it happened is no reason. */
    private static boolean isTime(String rest) {
        int colon = rest.indexOf(':');
        return rest.length() < 60 && colon > 2 && rest.indexOf(':', colon + 1) == colon + 3 && rest.contains(" ")
                && Plain.isDigit(rest.charAt(colon - 1)) && Plain.isDigit(rest.charAt(colon + 1)) && Mark.all(rest).isEmpty();
    }

    private RecipientBlock begin(String address, int indent) {
        current = blockOf(address, indent);
        // some reports say everything twice, in two languages
        current = Mark.all(current.answer.toString()).isEmpty() ? current : new RecipientBlock(address, indent);
        current.closed = false;
        responding = false;
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

    /** {@code Failed Recipient: luca@example.it}, {@code Your message to luca@example.it couldn't be delivered}. */
    private void named(Body.Line line, int indent) {
        List<String> addresses = AddressLine.all(line.is("title") ? line.hit().rest() : line.text());
        if (addresses.isEmpty()) {
            pool(line.text());
            return;
        }
        begin(addresses.get(0), indent);
        int end = line.text().indexOf(addresses.get(0)) + addresses.get(0).length();
        String rest = Wrapper.trimStart(line.text().substring(end).replace(">", " ").strip());
        if (line.is("rejected") && !rest.isEmpty() || !Mark.all(rest).isEmpty()) {
            current.append(rest);
        } else {
            current.notice = line.text().strip();
            current = line.is("title") ? null : current;
        }
    }

    /** What follows is the answer for the recipients above that have none yet. */
    private void respond(Body.Line line) {
        if (current != null && !current.closed) {
            current.append(line.hit().rest());
            return;
        }
        responding = true;
        current = null;
        pool.add("");
        pool(line.hit().rest());
    }

    private void close() {
        if (current != null && current.answer.length() > 0) {
            current = null;
        } else if (current != null) {
            current.closed = true;
        }
        if (responding && !pool.isEmpty() && !pool.get(pool.size() - 1).isEmpty()) {
            responding = false;
        }
    }

    /** Keeps a line that belongs to no recipient: all of an introduced answer, else what has the form of one. */
    private void pool(String line) {
        String s = line.strip();
        boolean transcript = s.startsWith("<<<");
        if (responding && !pool.isEmpty()) {
            boolean full = pool.get(pool.size() - 1).length() > LONGEST_ANSWER;
            s = full ? "" : s;
            pool.set(pool.size() - 1, (pool.get(pool.size() - 1) + " " + s).strip());
        } else if (pool.size() < 200) {
            String answer = transcript ? s.substring(3).strip() : s;
            List<Mark> marks = Mark.all(answer);
            String last = pool.isEmpty() ? "" : pool.get(pool.size() - 1);
            if (transcript && last.length() < LONGEST_ANSWER && answer.length() > 3
                    && last.startsWith(answer.substring(0, 3) + "-")) {
                pool.set(pool.size() - 1, last + " " + answer);
            } else if (!marks.isEmpty() && marks.get(0).reply() / 100 != 2) {
                pool.add(answer);
            }
        }
    }

    private static int indent(String line) {
        int i = 0;
        while (i < line.length() && line.charAt(i) <= ' ') {
            i++;
        }
        return i;
    }

    /** No recipient stands where servers put it: the first address in a line with an answer, else in any line. */
    private void anyAddress(List<String> likely) {
        for (String line : pool) {
            AddressLine.all(line).stream().filter(address -> !isOther(address)).forEach(this::blockOf);
        }
        String text = blocks.isEmpty() ? body.text().toLowerCase(Locale.ROOT) : "";
        likely.stream().limit(20).filter(a -> text.contains(a.toLowerCase(Locale.ROOT))).forEach(this::blockOf);
        for (int i = 0; i < body.lines().size() && blocks.isEmpty(); i++) {
            Body.Line line = body.lines().get(i);
            List<String> addresses = line.is("contact") ? List.of() : AddressLine.all(line.text());
            addresses.stream().filter(a -> !isOther(a)).findFirst().ifPresent(this::blockOf);
        }
    }

    private Found found(RecipientBlock block) {
        String answer = block.answer.toString();
        if (answer.isEmpty() || Mark.all(answer).isEmpty() && StatusCode.find(answer, 0) == null) {
            String pooled = pooled(block.address, answer.isEmpty());
            answer = pooled == null ? answer : pooled;
        }
        answer = whole(answer);
        String notice = block.notice == null && answer.isEmpty() ? nearby(block.address) : block.notice;
        Found found = Found.of(block.address, answer, Servers.UNKNOWN, Notice.of(notice == null ? "" : notice));
        String host = found.answers().isEmpty() ? null : found.answers().get(0).host();
        return host == null ? found : Found.of(block.address, answer, new Servers(null, host), found.notice());
    }

    /** Where no answer is quoted, the sentence with the address, else the whole text. */
    private String nearby(String address) {
        for (Body.Line line : body.lines()) {
            if (line.text().contains(address) && line.text().strip().length() > address.length() + 10) {
                return line.text().strip();
            }
        }
        return blocks.size() == 1 ? body.text() : null;
    }

    /** The whole reply, where a server shows only the first line of it: {@code (reason: 550-5.1.1 ... Please try)}. */
    private String whole(String answer) {
        List<Answer> shown = answer.contains("-") ? AnswerText.read(answer) : List.of();
        for (String line : shown.isEmpty() ? List.<String>of() : pool) {
            if (line.length() > answer.length() && StatusReport.isBeginning(shown.get(0), AnswerText.read(line))) {
                return line;
            }
        }
        return answer;
    }

    /** The answer that names the address, else the first that stands apart. */
    private String pooled(String address, boolean any) {
        String first = null;
        for (String line : pool) {
            if (line.toLowerCase(Locale.ROOT).contains(address.toLowerCase(Locale.ROOT))) {
                return line;
            }
            first = first == null && !line.isEmpty() ? line : first;
        }
        return any || blocks.size() == 1 ? first : null;
    }
}
