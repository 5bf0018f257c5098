package io.rimbalzo.read;

import io.rimbalzo.report.Failure;
import io.rimbalzo.report.Report;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Reads a bounce in whatever form it is handed in: a mail with a delivery status, Exchange's reports as mail or pasted, a
 * server's answer, headers, a bare code. Bad input gives a {@link Problem}, never an exception.
 */
public final class Reading {

    private static final int[] OLE = {0xd0, 0xcf, 0x11, 0xe0};
    private static final int PEEK = 16 * 1024;
    /** Among more recipients nobody looks for typing errors. */
    private static final int MOST_LIKENED = 100;

    private final Anchors anchors;
    private final LikelyTypingError typing;
    private final BlockList blockList;
    private final Limits limits;

    /** @param knownDomains well-known domains of mailboxes, for {@link LikelyTypingError} */
    public Reading(Anchors anchors, Collection<String> knownDomains, Limits limits) {
        this.anchors = anchors;
        this.typing = new LikelyTypingError(knownDomains);
        this.blockList = new BlockList(anchors.spoken());
        this.limits = limits;
    }

    public Outcome read(String text) {
        if (text.length() > limits.bytes()) {
            return tooLarge();
        }
        int start = start(text);
        if (isBlank(text, start)) {
            return nothing(text);
        }
        String flush = Plain.dedented(text, start);
        if (flush.length() < text.length()) {
            return read(flush);
        }
        boolean mail = HeaderBlock.isMail(text, start);
        return mail ? mail(text.substring(start).getBytes(StandardCharsets.UTF_8)) : pasted(text);
    }

    public Outcome read(byte[] content) {
        if (content.length > limits.bytes()) {
            return tooLarge();
        }
        if (isOle(content)) {
            return outlook(content);
        }
        byte[] input = Wide.oneReturn(content);
        Charset wide = Wide.charset(input);
        if (wide != null) {
            return read(new String(input, wide));
        }
        String head = new String(input, 0, Math.min(input.length, PEEK), StandardCharsets.ISO_8859_1);
        int start = start(head);
        if (start == input.length) {
            return nothing(head);
        }
        boolean indented = start > 0 && (input[start - 1] == ' ' || input[start - 1] == '\t');
        if (!indented && HeaderBlock.isMail(head, start)) {
            return mail(Wide.unixLines(input, start));
        }
        if (isBinary(input)) {
            return Outcome.of(new Problem(Problem.UNREADABLE, Map.of()));
        }
        return read(Decoding.characters(input, null));
    }

    /** Whether a word, in lower case, announces a code in some language: {@code error}, {@code codice}. */
    public boolean announcesCode(String word) {
        return anchors.spoken().has("code-words", word);
    }

    private static boolean isBlank(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (!OneLine.isSpace(text.charAt(i)) && text.charAt(i) != '\ufeff') {
                return false;
            }
        }
        return true;
    }

    /** Of a text without a letter or sign: control characters are what is left of a file that is none. */
    private static Outcome nothing(String text) {
        boolean control = text.chars().anyMatch(c -> c < ' ' && !Character.isWhitespace(c));
        return Outcome.of(new Problem(control ? Problem.UNREADABLE : Problem.EMPTY, Map.of()));
    }

    private Outcome tooLarge() {
        String megabytes = String.valueOf(limits.bytes() / 1024 / 1024);
        return Outcome.of(new Problem(Problem.TOO_LARGE, Map.of("limit", megabytes)));
    }

    /** Whether it is a file of Microsoft's compound format, as Outlook saves messages in. */
    static boolean isOle(byte[] input) {
        boolean ole = input.length > OLE.length;
        for (int i = 0; ole && i < OLE.length; i++) {
            ole = (input[i] & 0xff) == OLE[i];
        }
        return ole;
    }

    private static boolean isBinary(byte[] input) {
        int controls = 0;
        int plain = 0;
        int length = Math.min(input.length, PEEK);
        for (int i = 0; i < length; i++) {
            controls += input[i] >= 0 && input[i] < 9 || input[i] > 13 && input[i] < 27 ? 1 : 0;
            plain += input[i] >= ' ' && input[i] < 127 ? 1 : 0;
        }
        // some stray signs in a pasted answer are left out; in a file they are everywhere
        return controls * 50 > length && plain * 10 < length * 7;
    }

    /** Where the mail or text begins: after marks, empty lines and the line {@code From MAILER-DAEMON ...} of a mailbox. */
    private static int start(String text) {
        int i = text.startsWith("\u00ef\u00bb\u00bf") ? 3 : 0;
        while (i < text.length() && (text.charAt(i) <= ' ' || text.charAt(i) == '\ufeff')) {
            i++;
        }
        boolean mailbox = text.startsWith("From ", i) || text.startsWith(">From ", i);
        int end = mailbox ? text.indexOf('\n', i) : -1;
        end = mailbox && end < 0 ? text.indexOf('\r', i) : end;
        return end < 0 ? i : end + 1;
    }

    private Outcome mail(byte[] mail) {
        return Outcome.of(complete(new MailReport(anchors, limits, 0).read(mail)));
    }

    private Outcome outlook(byte[] file) {
        Part message = Outlook.read(file, limits, 0);
        return message == null
                ? Outcome.of(new Problem(Problem.UNREADABLE, Map.of()))
                : Outcome.of(complete(new MailReport(anchors, limits, 0).read(message)));
    }

    private Outcome pasted(String raw) {
        String plain = Plain.text(raw);
        String text = HtmlText.isSource(plain) ? Plain.text(HtmlText.of(plain)) : plain;
        Report report = new TextReport(anchors, limits, 0).read(text);
        String impossible = isWithoutStatus(report) ? ImpossibleCode.in(text, anchors.spoken()) : null;
        if (impossible != null) {
            return Outcome.of(new Problem(Problem.BAD_CODE, Map.of("code", impossible)));
        }
        return Outcome.of(complete(report));
    }

    /** Whether nothing but a reply is known: then what stands there in a code's place was meant as one. */
    private static boolean isWithoutStatus(Report report) {
        boolean words = report.format().equals(Report.NONE);
        return words
                || report.failures().stream()
                        .allMatch(f -> f.bestStatus() == null
                                && f.recipient() == null
                                && f.answers().size() == 1
                                && f.answers().get(0).text().chars().noneMatch(c -> Plain.isLetter((char) c)));
    }

    /** The report with the block lists that its answers name and the addresses that were probably meant. */
    private Report complete(Report report) {
        List<String> failed = report.failures().stream()
                .map(f -> f.recipient())
                .filter(r -> r != null)
                .toList();
        List<Failure> failures = new ArrayList<>(report.failures());
        failures.replaceAll(blockList::in);
        if (failed.size() <= MOST_LIKENED) {
            failures.replaceAll(f -> f.recipient() == null
                    ? f
                    : FailureWith.likeness(f, typing.of(f.recipient(), failed, report.message())));
        }
        return new Report(report.format(), report.language(), failures, report.message());
    }
}
