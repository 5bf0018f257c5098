package io.rimbalzo;

import io.rimbalzo.guidance.Bundle;
import io.rimbalzo.guidance.Library;
import io.rimbalzo.read.Anchors;
import io.rimbalzo.read.Limits;
import io.rimbalzo.read.Reading;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** The half of the knowledge that needs no rules: words to tell with and words to read by. */
record Language(Library library, Reading reading) {

    static Language read(Folders folders, Limits limits) throws IOException {
        Library library = folders.library();
        library.forTag(SystemLanguage.wish());
        return new Language(library, reading(library, folders.wellKnownDomains(), limits));
    }

    static Reading reading(Library library, List<String> wellKnownDomains, Limits limits) {
        Map<String, Map<String, String>> anchors = new LinkedHashMap<>();
        library.bundles("anchors").forEach((language, bundle) -> anchors.put(language, keys(bundle)));
        return new Reading(Anchors.of(anchors), wellKnownDomains, limits);
    }

    static Language joined(FutureTask<Language> words) throws IOException {
        try {
            return words.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while reading the words");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw e.getCause() instanceof IOException unreadable ? unreadable : new IOException(e.getCause());
        }
    }

    private static Map<String, String> keys(Bundle bundle) {
        Map<String, String> keys = new LinkedHashMap<>();
        bundle.entries().forEach(entry -> keys.put(entry.key(), entry.value()));
        return keys;
    }
}
