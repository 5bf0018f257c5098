package io.rimbalzo.http;

import io.javalin.http.Context;
import io.javalin.openapi.HttpMethod;
import io.javalin.openapi.OpenApi;
import io.javalin.openapi.OpenApiContent;
import io.javalin.openapi.OpenApiNullable;
import io.javalin.openapi.OpenApiParam;
import io.javalin.openapi.OpenApiRequestBody;
import io.javalin.openapi.OpenApiResponse;
import io.javalin.openapi.OpenApiSecurity;
import io.rimbalzo.MessagePreview;
import io.rimbalzo.RuleBook;
import io.rimbalzo.message.Identity;
import io.rimbalzo.message.SystemMessage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** The organization's own texts: {@code PUT /v1/messages/it/internal/5.7.124}. Anybody may read them; a token changes them. */
final class MessageRoutes {

    /** All of them, in the order of their files. */
    public record MessageList(List<MessageEntry> messages) {}

    /**
     * What of a message can be changed.
     *
     * @param text     absent where it stays
     * @param original whether the product's own words are told in its place; absent for no
     */
    public record MessageChange(
            @OpenApiNullable @Nullable String text,
            @OpenApiNullable @Nullable Boolean original) {}

    /**
     * How whoever wrote an example message would read a text.
     *
     * @param title the headline; absent of a quota message, or where no example leads to the text
     * @param html  what follows it; nothing in it but the tags that Exchange allows is a tag
     */
    public record Preview(@OpenApiNullable @Nullable String title, String html) {}

    private static final String ONE = "/v1/messages/{language}/{kind}/{name}";

    private final RuleBook book;
    private final Bodies bodies;
    private final MessageDesk desk;
    private final Work work;
    private final @Nullable Access access;

    MessageRoutes(RuleBook book, Bodies bodies, Work work, MessageDesk desk, @Nullable Access access) {
        this.book = book;
        this.bodies = bodies;
        this.work = work;
        this.desk = desk;
        this.access = access;
    }

    @OpenApi(
            path = "/v1/messages",
            methods = HttpMethod.GET,
            operationId = "listMessages",
            summary = "The organization's own texts for reports and quota messages",
            tags = "messages",
            responses =
                    @OpenApiResponse(
                            status = "200",
                            content = @OpenApiContent(mimeType = Representation.JSON, from = MessageList.class)))
    void list(Context http) throws IOException {
        Accept.best(http, List.of(Representation.JSON));
        List<MessageEntry> all =
                desk.messages().all().stream().map(MessageEntry::of).toList();
        json(http, 200, new MessageList(all));
    }

    @OpenApi(
            path = ONE,
            methods = HttpMethod.GET,
            operationId = "getMessage",
            summary = "One of them",
            tags = "messages",
            pathParams = {
                @OpenApiParam(name = "language", example = "it", required = true),
                @OpenApiParam(
                        name = "kind",
                        description = "internal, external or quota",
                        example = "internal",
                        required = true),
                @OpenApiParam(name = "name", example = "5.7.124", required = true)
            },
            responses = {
                @OpenApiResponse(
                        status = "200",
                        content = @OpenApiContent(mimeType = Representation.JSON, from = MessageEntry.class)),
                @OpenApiResponse(
                        status = "404",
                        content = @OpenApiContent(mimeType = Problem.TYPE, from = Problem.class)),
                @OpenApiResponse(
                        status = "422",
                        description = "Nothing can have this name.",
                        content = @OpenApiContent(mimeType = Problem.TYPE, from = Problem.class))
            })
    void get(Context http) throws IOException {
        Asked asked = Asked.of(http, book);
        Accept.best(http, List.of(Representation.JSON));
        json(http, 200, MessageEntry.of(desk.existing(asked, identity(http, asked))));
    }

    @OpenApi(
            path = "/v1/messages",
            methods = HttpMethod.POST,
            operationId = "makeMessage",
            summary = "Makes one, as New-SystemMessage does",
            tags = "messages",
            security = @OpenApiSecurity(name = "token"),
            requestBody =
                    @OpenApiRequestBody(
                            required = true,
                            content = @OpenApiContent(mimeType = Representation.JSON, from = MessageEntry.class)),
            responses = {
                @OpenApiResponse(
                        status = "201",
                        content = @OpenApiContent(mimeType = Representation.JSON, from = MessageEntry.class)),
                @OpenApiResponse(
                        status = "401",
                        content = @OpenApiContent(mimeType = Problem.TYPE, from = Problem.class)),
                @OpenApiResponse(
                        status = "409",
                        description = "It exists already.",
                        content = @OpenApiContent(mimeType = Problem.TYPE, from = Problem.class)),
                @OpenApiResponse(
                        status = "422",
                        description = "Exchange would not take it: each thing wrong, with its place.",
                        content = @OpenApiContent(mimeType = Problem.TYPE, from = Problem.class))
            })
    void make(Context http) throws IOException {
        Access.demand(access, http);
        Asked asked = Asked.of(http, book);
        MessageEntry entry = body(http, MessageEntry.class);
        Identity identity = desk.identity(asked, entry);
        SystemMessage made = desk.make(asked, identity, entry);
        String path = "/v1/messages/" + identity.language() + "/"
                + (identity.isQuota()
                        ? "quota"
                        : String.valueOf(identity.audience()).toLowerCase(java.util.Locale.ROOT))
                + "/" + identity.name();
        json(http.header("Location", path), 201, MessageEntry.of(made));
    }

    @OpenApi(
            path = "/v1/messages/preview",
            methods = HttpMethod.POST,
            operationId = "previewMessage",
            summary = "How a sender would read one; nothing is kept",
            tags = "messages",
            requestBody =
                    @OpenApiRequestBody(
                            required = true,
                            content = @OpenApiContent(mimeType = Representation.JSON, from = MessageEntry.class)),
            responses = {
                @OpenApiResponse(
                        status = "200",
                        content = @OpenApiContent(mimeType = Representation.JSON, from = Preview.class)),
                @OpenApiResponse(
                        status = "422",
                        description = "Exchange would not take it: each thing wrong, with its place.",
                        content = @OpenApiContent(mimeType = Problem.TYPE, from = Problem.class)),
                @OpenApiResponse(
                        status = "429",
                        description = "Too much at once: try again after Retry-After.",
                        content = @OpenApiContent(mimeType = Problem.TYPE, from = Problem.class))
            })
    void preview(Context http) throws Exception {
        Asked asked = Asked.of(http, book);
        MessageEntry entry = body(http, MessageEntry.class);
        SystemMessage message = new SystemMessage(desk.identity(asked, entry), entry.text(), false, null, 0);
        MessagePreview seen = work.run(() -> MessagePreview.of(asked.rimbalzo(), message));
        json(http, 200, new Preview(seen.title(), seen.html()));
    }

    @OpenApi(
            path = ONE,
            methods = HttpMethod.PUT,
            operationId = "setMessage",
            summary = "Makes or changes one, as Set-SystemMessage does",
            tags = "messages",
            security = @OpenApiSecurity(name = "token"),
            pathParams = {
                @OpenApiParam(name = "language", example = "it", required = true),
                @OpenApiParam(
                        name = "kind",
                        description = "internal, external or quota",
                        example = "internal",
                        required = true),
                @OpenApiParam(name = "name", example = "5.7.124", required = true)
            },
            requestBody =
                    @OpenApiRequestBody(
                            required = true,
                            content = @OpenApiContent(mimeType = Representation.JSON, from = MessageChange.class)),
            responses = {
                @OpenApiResponse(
                        status = "200",
                        content = @OpenApiContent(mimeType = Representation.JSON, from = MessageEntry.class)),
                @OpenApiResponse(
                        status = "401",
                        content = @OpenApiContent(mimeType = Problem.TYPE, from = Problem.class)),
                @OpenApiResponse(
                        status = "422",
                        description = "Exchange would not take it: each thing wrong, with its place.",
                        content = @OpenApiContent(mimeType = Problem.TYPE, from = Problem.class))
            })
    void set(Context http) throws IOException {
        Access.demand(access, http);
        Asked asked = Asked.of(http, book);
        Identity identity = identity(http, asked);
        json(http, 200, MessageEntry.of(desk.set(asked, identity, body(http, MessageChange.class))));
    }

    @OpenApi(
            path = ONE,
            methods = HttpMethod.DELETE,
            operationId = "removeMessage",
            summary = "Takes one away, as Remove-SystemMessage does",
            tags = "messages",
            security = @OpenApiSecurity(name = "token"),
            pathParams = {
                @OpenApiParam(name = "language", example = "it", required = true),
                @OpenApiParam(
                        name = "kind",
                        description = "internal, external or quota",
                        example = "internal",
                        required = true),
                @OpenApiParam(name = "name", example = "5.7.124", required = true)
            },
            responses = {
                @OpenApiResponse(status = "204"),
                @OpenApiResponse(
                        status = "401",
                        content = @OpenApiContent(mimeType = Problem.TYPE, from = Problem.class)),
                @OpenApiResponse(
                        status = "404",
                        content = @OpenApiContent(mimeType = Problem.TYPE, from = Problem.class))
            })
    void remove(Context http) throws IOException {
        Access.demand(access, http);
        Asked asked = Asked.of(http, book);
        desk.remove(asked, identity(http, asked));
        http.status(204);
    }

    private Identity identity(Context http, Asked asked) {
        String kind = http.pathParam("kind");
        String name = http.pathParam("name");
        String language = http.pathParam("language");
        return desk.identity(
                asked, kind.equalsIgnoreCase("quota") ? language + "/" + name : language + "/" + kind + "/" + name);
    }

    private <T> T body(Context http, Class<T> type) {
        try (Bodies.Body body = bodies.read(http)) {
            T read = Wire.JSON.readValue(body.bytes(), type);
            if (read == null) {
                throw new Refusal(400, "bad-object", Map.of());
            }
            return read;
        } catch (JacksonException e) {
            throw new Refusal(400, "bad-object", Map.of());
        }
    }

    private static void json(Context http, int status, Object record) {
        Wire.answer(http.status(status), Representation.JSON, Wire.text(record));
    }
}
