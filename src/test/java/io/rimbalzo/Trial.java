package io.rimbalzo;

import io.rimbalzo.guidance.Result;
import io.rimbalzo.guidance.Result.Told;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A small knowledge in a folder of its own, for tests to edit: one diagnosis, {@code post.lost}, of 5.4.14. */
final class Trial {

    static final Submission LOST = Submission.of("550 5.4.14 Hop count exceeded", "en");

    final Path folder;

    /** @param folder an empty one */
    Trial(Path folder) {
        this.folder = folder;
        save("rules/vocabulary.drl", project("rules/vocabulary.drl"));
        save("rules/context.tsv", "recipient-kind\tmailbox\tgroup\ngroup-members\tnumber\n");
        save("rules/post.drl", rule("g0"));
        for (String lang : List.of("it", "en")) {
            for (String kind : List.of("ui", "anchors")) {
                String file = "i18n/" + kind + "_" + lang + ".properties";
                save(file, project(file));
            }
        }
        save("i18n/post_en.properties", words("g0"));
        save("i18n/post_it.properties", words("Messaggio perso"));
    }

    private static String project(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The base rule of the diagnosis, with a source by which an answer shows which rule it came from. */
    static String rule(String source) {
        return "package rules\n\n// 550 5.4.14 Hop count exceeded\n"
                + rule("post.lost", source + "\") @responsible(\"sender\") @category(\"routing-loop", "5.4.14");
    }

    static String rule(String name, String source, String code) {
        String id = name.contains(" ") ? name.substring(0, name.indexOf(' ')) : name;
        return "rule \"" + name + "\"\n    @source(\"" + source + "\")\nwhen\n    $s : Status( code == \"" + code
                + "\" )\nthen\n    conclude.certain(\"" + id + "\", $s);\nend\n\n";
    }

    static String words(String title) {
        return "post.lost.title = " + title + "\npost.lost.cause = It went round in circles.\n"
                + "post.lost.do.sender.1 = Wait.\npost.lost.do.sender.1.command = wait {recipient}\n"
                + "post.lost.do.sender.2 = Ask.\npost.lost.do.sender.3 = Write.\n"
                + "post.lost.see.1 = One | https://example.org/1\npost.lost.see.2 = Two | https://example.org/2\n";
    }

    /** Writes the file in place, as most programs do. */
    Path save(String file, String text) {
        try {
            Path path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            return Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Folders folders() {
        return Folders.in(folder).withSite(folder.resolve("site"));
    }

    static Told told(Rimbalzo rimbalzo, String text, String lang) {
        Result result = rimbalzo.diagnose(Submission.of(text, lang));
        if (result.error() != null) {
            throw new AssertionError(result.error());
        }
        return result.failures().get(0);
    }

    /** From which rule and with which words an answer was made. */
    static Map.Entry<String, String> madeOf(Result result) {
        Told told = result.failures().get(0);
        return Map.entry(
                told.judgement().diagnosis().about().baseRule().source(),
                told.guidance().title());
    }
}
