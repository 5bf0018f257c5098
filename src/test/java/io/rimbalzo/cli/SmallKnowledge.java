package io.rimbalzo.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Rules, cases and words of two diagnoses in which nothing is wrong, in a folder of their own, for tests to break. */
final class SmallKnowledge {

    private static final String VOCABULARY = """
            package rules

            import io.rimbalzo.fact.*

            global io.rimbalzo.rule.Conclude conclude
            global io.rimbalzo.rule.Infer infer
            """;

    private static final String RULES = """
            package rules

            // 550 5.4.14 Hop count exceeded
            rule "post.lost"
                @source("a page, row 5.4.14")
                @responsible("sender-admin") @category("routing-loop")
            when
                $reply : Reply( says("hop count exceeded") )
            then
                conclude.certain("post.lost", $reply);
            end

            // 550 5.1.1 The letter box is full
            rule "post.full"
                @source("another page")
                @responsible("recipient") @category("mailbox-full")
            when
                $reply : Reply( says("box is full") )
            then
                conclude.likely("post.full", $reply);
            end
            """;

    private static final String CASES = """
            # cases

            === Too many hops
            expect: post.lost

            550 5.4.14 Hop count exceeded


            === A full box
            expect: post.full
            context: recipient-kind=mailbox

            550 5.1.1 The letter box is full
            """;

    private static final String ITALIAN = """
            post.lost.title = Il messaggio gira in tondo
            post.lost.cause = I server se lo passano, e il dominio {recipientDomain} non lo accetta.
            post.lost.do.sender-admin.1 = Guardare i connettori.
            post.lost.do.sender-admin.2 = \\
                Controllare il dominio {recipientDomain} \\
                nella configurazione.

            post.full.title = La cassetta è piena
            post.full.cause = Non c’è più posto.
            post.full.do.recipient.1 = Fare spazio.
            """;

    private static final String ENGLISH = """
            post.lost.title = The message goes round in circles
            post.lost.cause = The servers hand it on, and the domain {recipientDomain} doesn’t accept it.
            post.lost.do.sender-admin.1 = Look at the connectors.
            post.lost.do.sender-admin.2 = \\
                Check the domain {recipientDomain} \\
                in the configuration.

            post.full.title = The mailbox is full
            post.full.cause = There is no room left.
            post.full.do.recipient.1 = Make room.
            """;

    private final Path folder;

    SmallKnowledge(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder.resolve("rules"));
        Files.createDirectories(folder.resolve("i18n"));
        write("rules/vocabulary.drl", VOCABULARY);
        write("rules/context.tsv", "recipient-kind\tmailbox\tgroup\n");
        write("rules/post.drl", RULES);
        write("rules/post.cases", CASES);
        write("i18n/post_it.properties", ITALIAN);
        write("i18n/post_en.properties", ENGLISH);
        for (String language : List.of("it", "en")) {
            write(
                    "i18n/context_" + language + ".properties",
                    "context.recipient-kind.question = ?\ncontext.recipient-kind.mailbox = 1\n"
                            + "context.recipient-kind.group = 2\n");
            for (String kind : List.of("anchors_", "ui_", "cli_", "check_")) {
                String file = "i18n/" + kind + language + ".properties";
                Files.copy(Path.of(file), folder.resolve(file));
            }
        }
    }

    void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    String read(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    /** Changes one piece of a file, which must be there. */
    SmallKnowledge with(String file, String from, String to) throws IOException {
        String text = read(file);
        if (!text.contains(from)) {
            throw new IllegalArgumentException(file + " has no " + from);
        }
        write(file, text.replace(from, to));
        return this;
    }

    /** All files and what is in them. */
    List<String> everything() throws IOException {
        List<String> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                all.add(folder.relativize(file) + "\n" + Files.readString(file));
            }
        }
        return all;
    }

    /** Runs a command on these folders; the files in what it says are called as in the project's own. */
    Trial.Run run(String... arguments) {
        String rules = folder.resolve("rules").toString();
        String i18n = folder.resolve("i18n").toString();
        Trial.Run run = Trial.silent().with("--rules", rules, "--i18n", i18n).run(arguments);
        return new Trial.Run(run.status(), told(run.out()), told(run.err()));
    }

    private String told(String text) {
        return text.replace(folder + "/", "");
    }
}
