package io.rimbalzo.rule;

import io.rimbalzo.fact.Fact;
import java.util.List;

/** What one rule concluded, {@code tls.certificate-expired}, and the facts that it names as its evidence. */
public record Finding(String id, Certainty certainty, Rule rule, Strength strength, List<Fact> evidence) {}
