package io.rimbalzo.cli;

import io.rimbalzo.Complaints;
import io.rimbalzo.Folders;
import io.rimbalzo.Rimbalzo;
import io.rimbalzo.RuleBook;
import io.rimbalzo.UnusableFile;
import io.rimbalzo.guidance.BrokenWords;
import io.rimbalzo.read.Limits;
import io.rimbalzo.rule.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.jspecify.annotations.Nullable;

/** Opens the knowledge that a command works with: {@code --rules DIR}, {@code --i18n DIR}, {@code --site DIR}, else what stands beside the launcher. */
public final class Opening {

    private static final List<String> FOLDERS = List.of("rules", "i18n", "site");

    private final Terminal terminal;
    private final Speech speech;

    public Opening(Terminal terminal, Speech speech) {
        this.terminal = terminal;
        this.speech = speech;
    }

    /** The same options, with those that name folders. */
    public static Options options(Options options) {
        FOLDERS.forEach(folder -> options.addOption(
                Option.builder().longOpt(folder).hasArg().argName("DIR").get()));
        return options;
    }

    /** The folders that the options name; empty, and told, where one does not exist. */
    public Optional<Folders> folders(CommandLine given) {
        for (String folder : FOLDERS) {
            String named = given.getOptionValue(folder);
            if (named != null && !Files.isDirectory(Path.of(named))) {
                complain(speech.words().say("error.no-folder", Map.of("file", named)));
                return Optional.empty();
            }
        }
        String site = given.getOptionValue("site");
        if (site != null && Stream.of("rules", "i18n").noneMatch(part -> Files.isDirectory(Path.of(site, part)))) {
            complain(speech.words().say("error.no-site", Map.of("file", site)));
            return Optional.empty();
        }
        Folders home = Speech.home();
        return Optional.of(new Folders(
                Objects.requireNonNullElse(folder(given, "rules"), home.rules()),
                Objects.requireNonNullElse(folder(given, "i18n"), home.i18n()),
                given.hasOption("site") ? folder(given, "site") : home.site()));
    }

    private static @Nullable Path folder(CommandLine given, String option) {
        return given.hasOption(option) ? Path.of(given.getOptionValue(option)) : null;
    }

    /** The knowledge; empty, and told, where it cannot be used. */
    Optional<Rimbalzo> open(CommandLine given, Limits limits) {
        return opened(given, (folders, cache) -> Rimbalzo.open(folders, limits, cache));
    }

    /** The same, watched; empty, and told, where it cannot be used. */
    public Optional<RuleBook> watch(CommandLine given, Limits limits, Consumer<RuleBook.Status> told) {
        return opened(given, (folders, cache) -> Rimbalzo.watch(folders, limits, cache, told));
    }

    /** A way to open the knowledge. */
    private interface Way<T> {
        T open(Folders folders, @Nullable Path cache) throws IOException, Refused;
    }

    private <T> Optional<T> opened(CommandLine given, Way<T> way) {
        Optional<Folders> folders = folders(given);
        if (folders.isEmpty()) {
            return Optional.empty();
        }
        String cache = System.getProperty("rimbalzo.cache");
        try {
            return Optional.of(way.open(folders.get(), cache == null ? null : Path.of(cache)));
        } catch (Refused e) {
            complain(speech.words().say("error.bad-rules"));
            e.complaints().forEach(one -> terminal.err().println("  " + Complaints.rule(speech.words(), one)));
        } catch (BrokenWords e) {
            complain(speech.words().say("error.bad-words"));
            terminal.err().println("  " + Complaints.words(speech.words(), e));
        } catch (UnusableFile e) {
            complain(Complaints.file(speech.words(), e));
        } catch (IOException e) {
            complain(speech.words().say("error.bad-words"));
            terminal.err().println("  " + e.getMessage());
        }
        return Optional.empty();
    }

    private void complain(String sentence) {
        terminal.err().println(speech.prefixed(sentence));
    }
}
