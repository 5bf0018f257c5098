package io.rimbalzo.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The page and what it needs, from the program's own {@code web/}: {@code GET /} is {@code web/index.html}. */
final class WebFiles {

    /** Script, style and images of our own only; nothing within the page itself, nothing from elsewhere. */
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9_.-]{0,60}");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html;charset=utf-8",
            "css", "text/css;charset=utf-8",
            "js", "text/javascript;charset=utf-8",
            "mjs", "text/javascript;charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml",
            "png", "image/png",
            "ico", "image/x-icon",
            "txt", "text/plain;charset=utf-8",
            "webmanifest", "application/manifest+json");

    private record WebFile(byte[] content, String type, String tag) {}

    private final Map<String, WebFile> files = new ConcurrentHashMap<>();

    /** Answers where the path is that of a file; returns whether it is. */
    boolean serve(Context http) {
        WebFile file = file(http.path());
        if (file == null) {
            return false;
        }
        http.header("Content-Security-Policy", POLICY)
                .header("Cache-Control", "no-cache")
                .header("ETag", file.tag)
                .contentType(file.type);
        if (isKnown(http.header("If-None-Match"), file.tag)) {
            http.status(304);
        } else {
            http.result(file.content);
        }
        return true;
    }

    private static boolean isKnown(@Nullable String tags, String tag) {
        // a proxy that has compressed what it keeps marks the tag as weak
        return tags != null && (tags.strip().equals("*") || tags.contains(tag));
    }

    private @Nullable WebFile file(String path) {
        String name = path.equals("/") ? "index.html" : path.substring(1);
        WebFile known = files.get(name);
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (known != null || type == null || name.length() > 200) {
            return known;
        }
        for (String part : name.split("/", -1)) {
            if (!NAME.matcher(part).matches()) {
                return null;
            }
        }
        try (InputStream in = WebFiles.class.getResourceAsStream("/web/" + name)) {
            if (in == null) {
                return null;
            }
            byte[] content = in.readAllBytes();
            WebFile file = new WebFile(content, type, tag(content));
            files.put(name, file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String tag(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return "\""
                    + Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(digest)
                            .substring(0, 22) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
