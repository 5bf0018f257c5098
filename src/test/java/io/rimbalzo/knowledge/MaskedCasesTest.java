package io.rimbalzo.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.rimbalzo.Rimbalzo;
import io.rimbalzo.Submission;
import io.rimbalzo.check.Case;
import io.rimbalzo.guidance.Result;
import io.rimbalzo.mask.Masking;
import io.rimbalzo.report.Failure;
import io.rimbalzo.report.Message;
import io.rimbalzo.report.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Masking takes the personal data and leaves the diagnosis: in every case beside the rules. */
class MaskedCasesTest {

    private static final Rimbalzo RIMBALZO = Knowledge.rimbalzo();

    private static Masking masking() throws IOException {
        return RIMBALZO.masking(RIMBALZO.library().words("it"));
    }

    @Test
    void every_case_keeps_its_diagnosis_when_its_report_is_masked() throws IOException {
        List<String> changed = new ArrayList<>();
        Masking masking = masking();
        for (Case one : Knowledge.cases()) {
            Result masked = RIMBALZO.masked(Knowledge.answer(one), masking);
            if (!Knowledge.ids(masked).equals(one.expect())) {
                changed.add(one.place() + ": " + Knowledge.ids(masked) + " instead of " + one.expect());
            }
        }
        assertThat(changed).isEmpty();
    }

    @Test
    void every_case_keeps_its_diagnosis_when_its_text_is_masked() throws IOException {
        List<String> changed = new ArrayList<>();
        Masking masking = masking();
        for (Case one : Knowledge.cases()) {
            String text = masking.text(one.text(), Knowledge.answer(one).report());
            Result masked =
                    RIMBALZO.diagnose(new Submission(null, text.getBytes(StandardCharsets.UTF_8), one.context(), "it"));
            if (!Knowledge.ids(masked).equals(one.expect())) {
                changed.add(one.place() + ": " + Knowledge.ids(masked) + " instead of " + one.expect() + "\n" + text);
            }
        }
        assertThat(changed).isEmpty();
    }

    @Test
    void no_address_or_message_id_that_was_read_survives() throws IOException {
        List<String> survivors = new ArrayList<>();
        Masking masking = masking();
        for (Case one : Knowledge.cases()) {
            Report read = Knowledge.answer(one).report();
            String text = masking.text(one.text(), read);
            for (String personal : personal(read)) {
                if (text.contains(personal)) {
                    survivors.add(one.place() + ": " + personal);
                }
            }
        }
        assertThat(survivors).isEmpty();
    }

    /** Addresses, but for those of offices; message ids; the subject. */
    static Set<String> personal(Report read) {
        Set<String> personal = new LinkedHashSet<>();
        for (Failure failure : read.failures()) {
            personal.add(failure.recipient());
        }
        Message message = read.message();
        personal.add(message.from());
        personal.add(message.returnPath());
        personal.addAll(message.to());
        personal.add(message.messageId());
        personal.removeIf(value -> value == null
                || value.length() < 5
                || value.startsWith("postmaster@")
                || value.toLowerCase(Locale.ROOT).startsWith("mailer-daemon")
                || value.startsWith("abuse@"));
        return personal;
    }
}
