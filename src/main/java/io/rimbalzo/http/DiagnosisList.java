package io.rimbalzo.http;

import io.javalin.openapi.OpenApiName;
import io.javalin.openapi.OpenApiNullable;
import io.rimbalzo.catalogue.Entry;
import io.rimbalzo.guidance.Advisor;
import io.rimbalzo.guidance.Guidance;
import io.rimbalzo.guidance.Values;
import io.rimbalzo.guidance.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Diagnoses in brief: {@code access.group-large}, "Il gruppo ha troppi membri ...".
 *
 * @param lang the language of the titles
 */
public record DiagnosisList(String lang, List<Brief> diagnoses) {

    /**
     * One of them.
     *
     * @param codes those that its rules name
     * @param brief one line for a chat
     */
    @OpenApiName("DiagnosisBrief")
    public record Brief(
            String id,
            String topic,
            String category,
            String responsible,
            @OpenApiNullable @Nullable String then,
            List<String> codes,
            String title,
            String brief) {}

    static DiagnosisList of(List<Entry> entries, Words words) {
        return new DiagnosisList(
                words.language(),
                entries.stream().map(entry -> brief(entry, words)).toList());
    }

    private static Brief brief(Entry entry, Words words) {
        String responsible = entry.about().responsible();
        String then = entry.about().then();
        Guidance guidance = Advisor.advise(words, entry.id(), new Values(), responsible, then);
        return new Brief(
                entry.id(),
                entry.topic(),
                entry.about().category(),
                responsible,
                then,
                List.copyOf(entry.codes()),
                guidance.title(),
                guidance.brief());
    }
}
