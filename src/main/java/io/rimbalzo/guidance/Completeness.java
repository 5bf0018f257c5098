package io.rimbalzo.guidance;

import io.rimbalzo.guidance.Bundle.Entry;
import java.util.List;

/**
 * How far a language has come: {@code de}, which lacks {@code tls.version-too-old.title} and has
 * {@code tls.certificat-expired.title} left over.
 *
 * @param language its tag; a region's own words ({@code it-CH}) count with those of its language
 * @param lacking  entries of the fullest languages whose keys it has not, in the order of their files
 * @param leftOver its own entries whose keys no fuller language has
 */
public record Completeness(String language, List<Entry> lacking, List<Entry> leftOver) {

    public boolean isComplete() {
        return lacking.isEmpty() && leftOver.isEmpty();
    }
}
