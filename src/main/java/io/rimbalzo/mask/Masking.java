package io.rimbalzo.mask;

import io.rimbalzo.mask.StandIns.Kind;
import io.rimbalzo.report.Report;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * Replaces personal data by stand-ins that keep their form and their relations, so that a diagnosis comes out the same:
 * {@code 550 5.1.1 <mario@contoso.com>: User unknown} becomes {@code 550 5.1.1 <utente1@dominio1.example>: User unknown}.
 *
 * <p>Addresses, hosts, domains, IP addresses, tenants' numbers, identifiers and X.500 addresses go wherever they stand, telephone numbers
 * with the sign of an international one and the names of home folders, too;
 * names of people, subjects and servers of one word go where a header field or the report tells that they are some. A
 * name that only free prose tells is not recognised. One of these serves a whole run, on one thread at a time: the same
 * original has the same stand-in throughout.
 */
public final class Masking {

    private final Known known;

    /** What all texts of a run share. */
    record Known(StandIns standIns, PublicHosts publicHosts, Set<String> vocabulary, Set<String> subjectFields) {}

    /**
     * The words that stand-ins begin with, each in the language of the answer: {@code utente} for {@code utente1}.
     */
    public record Labels(
            String user, String domain, String host, String person, String phone, String subject, String id) {}

    /**
     * @param vocabulary    words, in lower case, that rules listen for: they stay
     * @param subjectFields how subjects are announced in lower case: {@code subject}, {@code oggetto}
     */
    public Masking(PublicHosts publicHosts, Set<String> vocabulary, Set<String> subjectFields, Labels labels) {
        Map<Kind, String> words = new EnumMap<>(Kind.class);
        words.put(Kind.USER, labels.user());
        words.put(Kind.DOMAIN, labels.domain());
        words.put(Kind.HOST, labels.host());
        words.put(Kind.PERSON, labels.person());
        words.put(Kind.PHONE, labels.phone());
        words.put(Kind.SUBJECT, labels.subject());
        words.put(Kind.ID, labels.id());
        this.known = new Known(new StandIns(publicHosts, words), publicHosts, vocabulary, subjectFields);
    }

    /** The report, with stand-ins in all its parts. */
    public Report report(Report read) {
        Learned learned = learned(read);
        return new MaskedReport(known, learned, lines(read, learned)).of(read);
    }

    /** A text, masked with what was read from it. */
    public String text(String text, Report read) {
        return lines(read, learned(read)).masked(text);
    }

    private Learned learned(Report read) {
        Learned learned = new Learned(known.standIns(), known.vocabulary());
        learned.learn(read);
        return learned;
    }

    private HeaderLines lines(Report read, Learned learned) {
        boolean own = read.format().equals(Report.HEADERS) || read.format().equals(Report.NONE);
        return new HeaderLines(known, learned, !own);
    }
}
