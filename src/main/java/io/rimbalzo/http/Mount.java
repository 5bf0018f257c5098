package io.rimbalzo.http;

import jakarta.servlet.http.HttpServlet;

/**
 * Another face under a path of its own: a servlet at {@code /mcp}. It answers for as long as it likes; host, connections and
 * headers are looked after for it.
 *
 * @param path    begins with a slash, ends with none
 * @param servlet may answer asynchronously
 */
public record Mount(String path, HttpServlet servlet) {}
