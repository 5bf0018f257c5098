package io.rimbalzo.browser;

import io.rimbalzo.Folders;
import io.rimbalzo.Rimbalzo;
import io.rimbalzo.RuleBook;
import io.rimbalzo.http.Access;
import io.rimbalzo.http.Bounds;
import io.rimbalzo.http.Hosts;
import io.rimbalzo.http.Server;
import io.rimbalzo.http.Settings;
import io.rimbalzo.read.Limits;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The server with the page and its interface, over the project's own rules and words: {@code http://127.0.0.1:40123/}. */
record Service(RuleBook book, Server server) implements AutoCloseable {

    /** What lets somebody change texts. */
    static final String TOKEN = "a-token-for-the-tests-only";

    /**
     * @param folder   for the token and the system messages
     * @param ownTexts in English, with which the organization speaks: {@code External\\5.1.10 = Call us.}
     */
    static Service start(Path folder, String ownTexts) throws Exception {
        return start(folder, ownTexts, Access.read(Files.writeString(folder.resolve("token"), TOKEN)));
    }

    /** @param access who may change texts; null for nobody */
    static Service start(Path folder, String ownTexts, @Nullable Access access) throws Exception {
        Path site = Files.createDirectories(folder.resolve("site/i18n"));
        Files.writeString(site.resolve("system-messages_en.properties"), ownTexts);
        RuleBook book = Rimbalzo.watch(
                Folders.in(Path.of(".")).withSite(folder.resolve("site")), Limits.DEFAULT, null, status -> {});
        Path messages = Files.createDirectories(folder.resolve("i18n"));
        Settings settings =
                new Settings("127.0.0.1", 0, Hosts.of("127.0.0.1", List.of()), access, messages, Bounds.DEFAULT);
        return new Service(book, Server.start(book, settings, List.of()));
    }

    URI address() {
        return server.address();
    }

    @Override
    public void close() {
        server.close();
        book.close();
    }
}
