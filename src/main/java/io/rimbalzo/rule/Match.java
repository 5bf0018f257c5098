package io.rimbalzo.rule;

import io.rimbalzo.fact.Fact;
import java.util.List;

/** A rule that matched, {@code access.denied}, and the facts that it names as its evidence. */
record Match(Rule rule, List<Fact> evidence) {}
