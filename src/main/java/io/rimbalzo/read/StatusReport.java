package io.rimbalzo.read;

import io.rimbalzo.report.Answer;
import io.rimbalzo.report.Failure;
import io.rimbalzo.report.Servers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Joins what the fields of a delivery status tell of each recipient with what the human part tells of it. */
final class StatusReport {

    private StatusReport() {}

    /**
     * One for each failed or delayed recipient, or, where there is none, for each recipient.
     *
     * @param told what the human part tells
     */
    static List<Failure> failures(DeliveryStatus status, List<Found> told) {
        List<DeliveryStatus.Recipient> failed = status.recipients().stream()
                .filter(DeliveryStatus.Recipient::isFailure)
                .toList();
        List<DeliveryStatus.Recipient> all = failed.isEmpty() ? status.recipients() : failed;
        Map<String, Found> byAddress = new HashMap<>();
        told.stream().filter(f -> f.recipient() != null).forEach(f -> byAddress.putIfAbsent(key(f.recipient()), f));
        // what is said of the only recipient is said of it, whatever it says
        Found only = all.size() == 1 && told.size() == 1 ? told.get(0) : null;
        List<Failure> failures = new ArrayList<>();
        for (DeliveryStatus.Recipient recipient : all) {
            Found found = recipient.address() == null ? null : byAddress.get(key(recipient.address()));
            failures.add(failure(recipient, found != null ? found : only, status.reporting()));
        }
        return failures;
    }

    private static String key(String address) {
        return address.toLowerCase(Locale.ROOT);
    }

    private static Failure failure(
            DeliveryStatus.Recipient recipient, @Nullable Found found, @Nullable String reporting) {
        String address = recipient.address();
        String named = found == null ? null : found.recipient();
        // a pipe or a file is the recipient's, but not the recipient
        address = named != null && (address == null || address.startsWith("/") || address.startsWith("|"))
                ? named
                : address;
        String words = recipient.diagnostic() == null ? "" : recipient.diagnostic();
        Map<String, String> details = new LinkedHashMap<>(Details.of(words));
        if (found != null) {
            Details.of(found.answer()).forEach(details::putIfAbsent);
            if (found.who() != null) {
                details.put("action-required", found.who());
            }
        }
        List<Answer> answers = answers(words, found);
        return new Failure(
                address,
                recipient.action(),
                recipient.status(),
                answers,
                Details.servers(servers(recipient, answers, found, reporting), details),
                details,
                found == null ? null : found.notice(),
                recipient.retryUntil(),
                null);
    }

    /** The field's answer, then those that only the human part has: of a queue that expired, the last attempt's. */
    private static List<Answer> answers(String words, @Nullable Found found) {
        // "x-unix; 255" says less than the people's part
        boolean said = words.chars().anyMatch(c -> Plain.isLetter((char) c))
                || !Mark.all(words).isEmpty();
        List<Answer> told = found == null ? List.of() : found.answers();
        List<Answer> answers = new ArrayList<>(said ? AnswerText.read(words) : List.of());
        if (!answers.isEmpty() && isBeginning(answers.get(0), told)) {
            answers.set(0, told.get(0));
        }
        for (Answer other : told) {
            boolean coded = other.reply() > 0 || other.status() != null;
            if (answers.isEmpty() || coded && answers.stream().noneMatch(answer -> isSame(answer, other))) {
                answers.add(other);
            }
        }
        return answers;
    }

    /** Whether an answer is the first line of a longer one, as sendmail cuts it. */
    static boolean isBeginning(Answer shown, List<Answer> whole) {
        return !whole.isEmpty()
                && shown.reply() == whole.get(0).reply()
                && !shown.text().isEmpty()
                && whole.get(0).text().length() > shown.text().length()
                && whole.get(0).text().startsWith(shown.text());
    }

    private static boolean isSame(Answer a, Answer b) {
        boolean replies = a.reply() == b.reply() || a.reply() == 0 || b.reply() == 0;
        return replies && (a.status() == null ? b.status() == null : a.status().equals(b.status()))
                || a.reply() == 0 && a.text().contains(b.text());
    }

    private static Servers servers(
            DeliveryStatus.Recipient recipient,
            List<Answer> answers,
            @Nullable Found found,
            @Nullable String reporting) {
        String generating =
                reporting != null || found == null ? reporting : found.servers().generating();
        String remote = recipient.remote() != null || found == null
                ? recipient.remote()
                : found.servers().remote();
        remote = remote == null && !answers.isEmpty() && found == null
                ? answers.get(0).host()
                : remote;
        return new Servers(generating, remote == null || remote.equalsIgnoreCase(generating) ? null : remote);
    }
}
