package io.rimbalzo.rule;

import io.rimbalzo.report.Sentence;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rule files that cannot be used; the message has one line for each complaint: {@code rules/tls.drl:16:7: there is ...}. */
public final class Refused extends Exception {

    private static final long serialVersionUID = 1;

    private final transient List<Complaint> complaints;

    Refused(List<Complaint> complaints) {
        super(complaints.stream().map(Complaint::toString).collect(Collectors.joining("\n")));
        this.complaints = List.copyOf(complaints);
    }

    public List<Complaint> complaints() {
        return complaints;
    }

    /** {@code unknown-fact} is the key check.rule.unknown-fact. */
    static Sentence sentence(String key, String... values) {
        return Sentence.of("check.rule." + key, values);
    }

    /** One complaint on its way to the list: the piece being read is given up, the reader goes on with the next. */
    static final class Here extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient Place place;
        private final transient Sentence sentence;

        Here(Place place, String key, String... values) {
            this(place, Refused.sentence(key, values));
        }

        Here(Place place, Sentence sentence) {
            super(null, null, false, false);
            this.place = place;
            this.sentence = sentence;
        }

        /** Refuses what is wrong: {@code refuse(depth > most, place, "deep")}. */
        static void refuse(boolean wrong, Place place, String key, String... values) {
            if (wrong) {
                throw new Here(place, key, values);
            }
        }

        Complaint complaint(@Nullable String rule) {
            return new Complaint(place, rule, sentence);
        }

        /** Whether it is that complaint: {@code isOf("unknown-variable")}. */
        boolean isOf(String key) {
            return sentence.key().endsWith("." + key);
        }

        @Override
        public String getMessage() {
            return sentence.english();
        }
    }
}
