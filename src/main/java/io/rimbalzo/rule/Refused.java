package io.rimbalzo.rule;

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

    /** One complaint on its way to the list: the piece being read is given up, the reader goes on with the next rule. */
    static final class Here extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient Place place;

        Here(Place place, String message) {
            super(message, null, false, false);
            this.place = place;
        }

        Complaint complaint(@Nullable String rule) {
            return new Complaint(place, rule, String.valueOf(getMessage()));
        }
    }
}
