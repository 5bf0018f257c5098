package io.rimbalzo.knowledge;

import io.rimbalzo.Folders;
import io.rimbalzo.Rimbalzo;
import io.rimbalzo.Submission;
import io.rimbalzo.check.Case;
import io.rimbalzo.check.CaseFile;
import io.rimbalzo.check.Check;
import io.rimbalzo.check.Checked;
import io.rimbalzo.diagnosis.Judgement;
import io.rimbalzo.fact.Fact;
import io.rimbalzo.guidance.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The project's own rules, cases and words, opened once for all tests. */
public final class Knowledge {

    public static final Path PROJECT = Path.of("").toAbsolutePath();
    private static Rimbalzo opened;
    private static Checked checked;

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

    /** What {@code rimbalzo check} finds. */
    public static synchronized Checked checked() {
        if (checked == null) {
            try {
                checked = Check.of(Folders.in(PROJECT), Optional.empty());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return checked;
    }

    /** What the rules are told in each case, recipient by recipient. */
    public static List<List<Fact>> facts() {
        return checked().answers().stream()
                .flatMap(answered -> answered.judgements().stream())
                .map(Judgement::facts)
                .toList();
    }

    public static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        try {
            Folders.in(PROJECT)
                    .caseFiles()
                    .forEach((file, text) -> cases.addAll(CaseFile.read(file, text, fault -> {
                        throw new IllegalStateException(fault.toString());
                    })));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return cases;
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
}
