package io.rimbalzo.mask;

import io.rimbalzo.mask.StandIns.Kind;
import io.rimbalzo.read.IpAddress;
import io.rimbalzo.report.Failure;
import io.rimbalzo.report.HeaderField;
import io.rimbalzo.report.Hop;
import io.rimbalzo.report.Likeness;
import io.rimbalzo.report.Message;
import io.rimbalzo.report.Report;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one report tells of names that have no form of their own: that {@code EXCH01} is a server, {@code mario} somebody's
 * local part, {@code Mario Rossi} a name.
 */
final class Learned {

    private static final List<String> PEOPLE = List.of("from", "to", "cc", "sender", "reply-to");

    private final StandIns standIns;
    private final Set<String> vocabulary;
    private final Names names = new Names();
    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, String> words = new HashMap<>();
    private final Map<String, String> addresses = new HashMap<>();

    /** @param vocabulary the words that rules listen for, in lower case: none of them is masked where it stands alone */
    Learned(StandIns standIns, Set<String> vocabulary) {
        this.standIns = standIns;
        this.vocabulary = vocabulary;
    }

    Names names() {
        return names;
    }

    void learn(Report report) {
        Message message = report.message();
        for (Failure failure : report.failures()) {
            likeness(failure.likeness());
        }
        for (Failure failure : report.failures()) {
            person(failure.recipient());
            host(failure.servers().generating());
            host(failure.servers().remote());
            failure.answers().forEach(answer -> host(answer.host()));
        }
        person(message.from());
        person(message.sender());
        person(message.returnPath());
        message.to().forEach(this::person);
        id(message.messageId());
        for (Hop hop : message.hops()) {
            host(hop.from());
            host(hop.by());
        }
        for (HeaderField field : message.headers()) {
            if (PEOPLE.contains(field.name().toLowerCase(Locale.ROOT))) {
                displayNames(field.value());
            }
        }
        if (message.subject() != null) {
            name(Kind.SUBJECT, message.subject());
        }
    }

    /** The rejected address goes on looking like the one that was meant: their stand-ins differ by one slip, too. */
    private void likeness(@Nullable Likeness like) {
        if (like == null) {
            return;
        }
        int at = like.address().lastIndexOf('@');
        int meantAt = like.meant().lastIndexOf('@');
        if (at < 1 || meantAt < 1) {
            return;
        }
        String meantDomain = like.meant().substring(meantAt + 1);
        String domain = like.address().substring(at + 1);
        String user = standIns.user(like.meant().substring(0, meantAt), meantDomain);
        String standIn = standIns.domain(meantDomain);
        boolean sameDomain = domain.equalsIgnoreCase(meantDomain);
        boolean known = standIn.equalsIgnoreCase(meantDomain);
        String slipped = sameDomain ? standIn : known ? domain : slip(standIn);
        if (!sameDomain) {
            words.put(domain.toLowerCase(Locale.ROOT), slipped);
        }
        addresses.put(like.address().toLowerCase(Locale.ROOT), (sameDomain ? slip(user) : user) + "@" + slipped);
    }

    /** Two neighbouring letters swapped: {@code utente1} to {@code utnete1}. */
    private static String slip(String word) {
        return word.length() < 4 ? word : word.substring(0, 2) + word.charAt(3) + word.charAt(2) + word.substring(4);
    }

    private void person(@Nullable String address) {
        int at = address == null ? -1 : address.lastIndexOf('@');
        String local = address == null ? "" : at < 0 ? address : address.substring(0, at);
        String domain = address == null || at < 0 ? "" : address.substring(at + 1);
        if (local.length() > 2 && !isVocabulary(local) && local.length() < 65 && local.indexOf(' ') < 0) {
            words.putIfAbsent(local.toLowerCase(Locale.ROOT), standIns.user(local, domain));
        }
    }

    private void host(@Nullable String name) {
        if (name != null && name.length() > 2 && name.indexOf('.') < 0 && !isVocabulary(name)) {
            words.putIfAbsent(name.toLowerCase(Locale.ROOT), standIns.domain(name));
        }
    }

    /** Knows from now on that this names a message. */
    void id(@Nullable String messageId) {
        if (messageId != null && !bare(messageId).isEmpty()) {
            ids.computeIfAbsent(bare(messageId), id -> standIns.numbered(Kind.ID, id) + "@mail.example");
        }
    }

    /** Without angle brackets. */
    static String bare(String messageId) {
        return messageId.replace("<", "").replace(">", "").strip();
    }

    /** {@code Mario Rossi <mario@contoso.com>, "Bianchi, Anna" <anna@...>} */
    private void displayNames(String field) {
        int from = 0;
        for (int angle = field.indexOf('<'); angle >= 0; angle = field.indexOf('<', from)) {
            String before = field.substring(from, angle).strip();
            before = before.startsWith(",") ? before.substring(1).strip() : before;
            String bare = before.replace("\"", "").strip();
            if (bare.length() > 3 && bare.indexOf('@') < 0) {
                name(Kind.PERSON, bare);
                turned(bare);
            }
            int close = field.indexOf('>', angle);
            from = close < 0 ? field.length() : close + 1;
        }
    }

    /** {@code Rossi, Mario (Ufficio acquisti)} is {@code Mario Rossi} where somebody is spoken to. */
    private void turned(String name) {
        int bracket = name.indexOf('(');
        String[] parts = (bracket < 1 ? name : name.substring(0, bracket)).split(",", -1);
        String other = parts.length == 2 ? parts[1].strip() + " " + parts[0].strip() : parts[0].strip();
        if (parts.length < 3 && !other.equals(name) && other.indexOf(' ') > 0) {
            names.add(other, standIns.numbered(Kind.PERSON, name));
        }
    }

    private void name(Kind kind, String text) {
        boolean single = text.strip().chars().noneMatch(Character::isWhitespace);
        if (text.strip().length() > 3 && !(single && isVocabulary(text.strip()))) {
            names.add(text, standIns.numbered(kind, text.strip()));
        }
    }

    private boolean isVocabulary(String word) {
        return vocabulary.contains(word.toLowerCase(Locale.ROOT));
    }

    /** What stands for a message's id, without angle brackets; the other text where it is not known to be one. */
    @Nullable
    String id(String bare, @Nullable String otherwise) {
        return ids.getOrDefault(bare.strip(), otherwise);
    }

    String address(String local, String domain) {
        String known = addresses.isEmpty() ? null : addresses.get((local + "@" + domain).toLowerCase(Locale.ROOT));
        return known != null ? known : standIns.user(local, domain) + "@" + domain(domain);
    }

    private String domain(String domain) {
        String slipped = words.get(domain.toLowerCase(Locale.ROOT));
        return slipped != null && domain.indexOf('.') > 0 ? slipped : standIns.domain(domain);
    }

    /** What stands for a word, or null where it stays. */
    @Nullable
    String word(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        String known = words.get(lower);
        if (known != null) {
            return known;
        }
        if (vocabulary.contains(lower)) {
            return null;
        }
        if (Tokens.isHost(word)) {
            return standIns.domain(word);
        }
        int hyphen = word.lastIndexOf('-');
        String address = word.substring(hyphen + 1);
        if (hyphen > 0 && IpAddress.is(address)) {
            return word.substring(0, hyphen + 1) + standIns.ip(address);
        }
        String id = ids.get(word);
        return id != null ? id : Tokens.isId(word) ? standIns.numbered(Kind.ID, word) : null;
    }
}
