package io.rimbalzo.browser;

import io.rimbalzo.Folders;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** What serves the page and its interface during a test: {@code http://127.0.0.1:40123/}. */
interface Service extends AutoCloseable {

    /** What lets somebody change texts. */
    String TOKEN = "a-token-for-the-tests-only";

    /** Where the page is. */
    URI address();

    @Override
    void close();

    /** A service over the project's own rules and words, with the system messages of a folder. */
    static Service start(Path messages) throws Exception {
        return LocalService.start(Folders.in(Path.of(".")), Files.createDirectories(messages));
    }
}
