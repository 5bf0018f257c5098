package io.rimbalzo.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rimbalzo.Rimbalzo;
import io.rimbalzo.Submission;
import io.rimbalzo.guidance.Result;
import io.rimbalzo.mask.Masking;
import io.rimbalzo.render.Json;
import io.rimbalzo.render.TextPage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Masking over real bounces, where they are at hand: the same diagnosis, and nobody's address in any output. */
class MaskedCorpusTest {

    private static final Path CORPUS =
            Knowledge.PROJECT.resolveSibling("shared").resolve("corpus");

    @Test
    void real_bounces_keep_their_diagnosis_and_lose_their_addresses() throws IOException {
        assumeTrue(Files.isDirectory(CORPUS));
        Rimbalzo rimbalzo = Knowledge.rimbalzo();
        List<String> changed = new ArrayList<>();
        List<String> survivors = new ArrayList<>();
        Masking masking = rimbalzo.masking(rimbalzo.library().words("en"));
        int texts = 0;
        int sameTexts = 0;
        for (Path file : mails()) {
            Result result = diagnosed(Files.readAllBytes(file));
            if (result.error() != null) {
                continue;
            }
            Result masked = rimbalzo.masked(result, masking);
            if (!Knowledge.ids(masked).equals(Knowledge.ids(result))) {
                changed.add(file + ": " + Knowledge.ids(masked) + " instead of " + Knowledge.ids(result));
            }
            String told = Json.line(masked) + TextPage.of(masked, false);
            MaskedCasesTest.personal(result.report()).stream()
                    .filter(told::contains)
                    .forEach(personal -> survivors.add(file + ": " + personal));
            String text = masking.text(Files.readString(file, StandardCharsets.ISO_8859_1), result.report());
            texts++;
            sameTexts += Knowledge.ids(diagnosed(text.getBytes(StandardCharsets.ISO_8859_1)))
                            .equals(Knowledge.ids(result))
                    ? 1
                    : 0;
        }
        assertThat(changed).isEmpty();
        assertThat(survivors).isEmpty();
        // a mail's source may hold encoded parts, which a mask for text does not open
        assertThat(sameTexts).isGreaterThanOrEqualTo(texts - texts / 100);
    }

    private static List<Path> mails() throws IOException {
        try (Stream<Path> files = Files.walk(CORPUS.resolve("emails"))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Result diagnosed(byte[] content) {
        return Knowledge.rimbalzo().diagnose(new Submission(null, content, Map.of(), "en"));
    }
}
