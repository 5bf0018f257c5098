package io.rimbalzo.http;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How to serve.
 *
 * @param bind     the address to listen on: {@code 127.0.0.1}
 * @param port     0 for any free one
 * @param hosts    under which names it is reached
 * @param access   who may change system messages; null for nobody
 * @param messages the folder of the system messages, i18n beside the launcher; null where there is none
 */
public record Settings(
        String bind,
        int port,
        Hosts hosts,
        @Nullable Access access,
        @Nullable Path messages,
        Bounds bounds) {}
