package io.rimbalzo.mcp;

import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncPromptSpecification;
import io.modelcontextprotocol.spec.McpSchema.GetPromptResult;
import io.modelcontextprotocol.spec.McpSchema.Prompt;
import io.modelcontextprotocol.spec.McpSchema.PromptArgument;
import io.modelcontextprotocol.spec.McpSchema.PromptMessage;
import io.modelcontextprotocol.spec.McpSchema.Role;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.rimbalzo.Rimbalzo;
import io.rimbalzo.guidance.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** How to help a person whose mail bounced, one prompt for each language: {@code bounced_mail_it}. */
final class Prompts {

    private static final String NAME = "bounced_mail_";
    private static final String MESSAGE = "message";
    /** Of what is pasted into a prompt; a whole mail is handed to the tool. */
    private static final int LONGEST = 100_000;

    private Prompts() {}

    static List<SyncPromptSpecification> of(Supplier<Rimbalzo> current) {
        Rimbalzo rimbalzo = current.get();
        return rimbalzo.library().spoken().stream()
                .map(rimbalzo.library()::words)
                .filter(words -> words.foreign("mcp.prompt.1") == null && words.has("mcp.prompt.1"))
                .map(words -> prompt(words.language(), words, current))
                .toList();
    }

    private static SyncPromptSpecification prompt(String language, Words words, Supplier<Rimbalzo> current) {
        Prompt prompt = Prompt.builder(NAME + language)
                .title(words.say("mcp.prompt.title"))
                .description(words.say("mcp.prompt.description"))
                .arguments(List.of(PromptArgument.builder(MESSAGE)
                        .description(words.say("mcp.prompt.message"))
                        .required(false)
                        .build()))
                .build();
        return new SyncPromptSpecification(prompt, (context, request) -> {
            Words now = current.get().spoken(language);
            return GetPromptResult.builder(List.of(PromptMessage.builder(
                                    Role.USER,
                                    TextContent.builder(text(now, request.arguments()))
                                            .build())
                            .build()))
                    .description(now.say("mcp.prompt.description"))
                    .build();
        });
    }

    private static String text(Words words, Map<String, Object> arguments) {
        List<String> paragraphs = new ArrayList<>();
        for (int n = 1; words.has("mcp.prompt." + n); n++) {
            paragraphs.add(words.say("mcp.prompt." + n));
        }
        Object message = arguments == null ? null : arguments.get(MESSAGE);
        if (message instanceof String text && !text.isBlank()) {
            paragraphs.add(words.say("mcp.quoted.warning"));
            paragraphs.add(text.substring(0, Math.min(LONGEST, text.length()))
                    .lines()
                    .map(line -> "> " + line)
                    .collect(Collectors.joining("\n")));
        }
        return String.join("\n\n", paragraphs);
    }
}
