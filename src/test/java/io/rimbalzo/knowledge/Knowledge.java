package io.rimbalzo.knowledge;

import io.rimbalzo.Folders;
import io.rimbalzo.Rimbalzo;
import io.rimbalzo.Submission;
import io.rimbalzo.fact.Fact;
import io.rimbalzo.guidance.Result;
import io.rimbalzo.rule.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The project's own rules, cases and words, opened once for all tests. */
public final class Knowledge {

    public static final Path PROJECT = Path.of("").toAbsolutePath();
    private static Rimbalzo opened;

    private Knowledge() {}

    public static synchronized Rimbalzo rimbalzo() {
        if (opened == null) {
            try {
                opened = Rimbalzo.open(Folders.in(PROJECT));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (Exception e) {
                throw new IllegalStateException(e.getMessage(), e);
            }
        }
        return opened;
    }

    static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        try (Stream<Path> files = Files.walk(PROJECT.resolve("rules"))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".cases")).sorted().toList()) {
                cases.addAll(Case.parse(PROJECT.relativize(file).toString(), Files.readString(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return cases;
    }

    /** What the rules are told in each case, recipient by recipient. */
    public static List<List<Fact>> facts() {
        List<List<Fact>> facts = new ArrayList<>();
        cases().forEach(one -> answer(one)
                .failures()
                .forEach(told -> facts.add(told.judgement().facts())));
        return facts;
    }

    /** The answers to all cases. */
    public static List<Result> answers(String lang) {
        return cases().stream().map(one -> answer(one, lang)).toList();
    }

    static Result answer(Case one) {
        return answer(one, "it");
    }

    private static Result answer(Case one, String lang) {
        return rimbalzo()
                .diagnose(new Submission(null, one.text().getBytes(StandardCharsets.UTF_8), one.context(), lang));
    }

    /** For each recipient the diagnosis, then notes and alternatives. */
    static List<List<String>> ids(Result result) {
        if (result.error() != null) {
            return List.of(List.of("error " + result.error().code()));
        }
        return result.failures().stream()
                .map(told -> {
                    List<String> ids = new ArrayList<>();
                    ids.add(
                            told.judgement().diagnosis() == null
                                    ? "no diagnosis"
                                    : told.judgement().diagnosis().id());
                    told.judgement().findings().forEach(finding -> ids.add(finding.id()));
                    told.judgement().alternatives().forEach(alternative -> ids.add(alternative.id()));
                    return ids;
                })
                .toList();
    }

    /** The names of the rules that fired, inference included. */
    static Set<String> fired(Result result) {
        Set<String> fired = new TreeSet<>();
        result.failures().forEach(told -> {
            told.judgement()
                    .outcome()
                    .findings()
                    .forEach((Finding f) -> fired.add(f.rule().name()));
            told.judgement()
                    .outcome()
                    .inferred()
                    .values()
                    .forEach(because -> because.forEach(b -> fired.add(b.rule().name())));
        });
        return fired;
    }
}
