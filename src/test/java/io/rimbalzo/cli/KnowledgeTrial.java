package io.rimbalzo.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A small knowledge in which nothing is wrong, new for each test. */
abstract class KnowledgeTrial {

    static final String IT = "i18n/post_it.properties";
    static final String EN = "i18n/post_en.properties";
    static final String DRL = "rules/post.drl";
    static final String CASES = "rules/post.cases";

    @TempDir
    Path folder;

    SmallKnowledge knowledge;

    @BeforeEach
    void write() throws IOException {
        knowledge = new SmallKnowledge(folder);
    }
}
