package io.rimbalzo.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who may change what is kept: whoever shows the token, {@code Authorization: Bearer 9f2c...}. */
public final class Access {

    /** A shorter token can be guessed. */
    public static final int SHORTEST = 16;

    private static final String SCHEME = "bearer ";

    private final byte[] digest;

    private Access(byte[] digest) {
        this.digest = digest;
    }

    /**
     * Of the file's one line.
     *
     * @return null where the token is shorter than {@link #SHORTEST}
     * @throws IOException where the file cannot be read
     */
    public static @Nullable Access read(Path file) throws IOException {
        String token = Files.readString(file).strip();
        return token.length() < SHORTEST ? null : new Access(digest(token));
    }

    /** Of digests, so that neither the time nor the length tells anything of the token. */
    private boolean allows(@Nullable String authorization) {
        String told = authorization == null ? "" : authorization;
        boolean bearer = told.toLowerCase(Locale.ROOT).startsWith(SCHEME);
        String shown = bearer ? told.substring(SCHEME.length()).strip() : "";
        return MessageDigest.isEqual(digest, digest(shown)) && bearer;
    }

    static void demand(@Nullable Access access, Context request) {
        if (access == null) {
            throw new Refusal(403, "writing-off", Map.of());
        }
        if (!access.allows(request.header("Authorization"))) {
            throw new Refusal(401, "unauthorized", Map.of()).with("WWW-Authenticate", "Bearer realm=\"rimbalzo\"");
        }
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
