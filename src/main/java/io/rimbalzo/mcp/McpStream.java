package io.rimbalzo.mcp;

import io.rimbalzo.Rimbalzo;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The Model Context Protocol over standard input and output: one JSON object a line in, one a line out, in order.
 *
 * <p>The SDK's own transport for it ends silently at a blank or broken line, and at the end of the input it drops the
 * answers that are under way. Here such a line is passed over, and what was asked is answered before the end.
 */
public final class McpStream {

    /** In bytes: a mail of the largest size that is read, in JSON's longest spelling of usual text, is shorter. */
    private static final int LONGEST_LINE = 64 << 20;

    private final InputStream in;
    private final OutputStream out;
    private final Consumer<Integer> unused;
    private final int longest;
    private final JsonRpc messages = new JsonRpc();

    private McpStream(InputStream in, OutputStream out, Consumer<Integer> unused, int longest) {
        this.in = new BufferedInputStream(in, 1 << 16);
        this.out = out;
        this.unused = unused;
        this.longest = longest;
    }

    /**
     * Answers until the input ends.
     *
     * @param current what answers now, asked once in each call
     * @param out     carries nothing else
     * @param unused  is given the number, from 1, of each line that is neither blank nor a message
     * @throws IOException where nothing can be read or written any more
     */
    public static void serve(Supplier<Rimbalzo> current, InputStream in, OutputStream out, Consumer<Integer> unused)
            throws IOException {
        serve(current, in, out, unused, LONGEST_LINE);
    }

    /** @param longest a line of more bytes is passed over too */
    static void serve(
            Supplier<Rimbalzo> current, InputStream in, OutputStream out, Consumer<Integer> unused, int longest)
            throws IOException {
        McpStream stream = new McpStream(in, out, unused, longest);
        stream.answer(new Capabilities(current, stream.messages));
    }

    private void answer(Capabilities capabilities) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int number = 1; readLine(line); number++) {
            String text = line.toString(StandardCharsets.UTF_8);
            if (line.size() > longest) {
                unused.accept(number);
            } else if (!text.isBlank()) {
                capabilities.follow();
                answer(text, number);
            }
        }
    }

    /** Reads one line, of one that is too long a little more than is allowed; false at the end of the input. */
    private boolean readLine(ByteArrayOutputStream line) throws IOException {
        line.reset();
        int read = in.read();
        if (read < 0) {
            return false;
        }
        for (; read >= 0 && read != '\n'; read = in.read()) {
            if (line.size() <= longest) {
                line.write(read);
            }
        }
        return true;
    }

    private void answer(String text, int number) throws IOException {
        JsonRpc.Answered answered = messages.answered(text);
        if (!answered.understood()) {
            unused.accept(number);
        }
        if (answered.answer() != null) {
            out.write(answered.answer());
            out.write('\n');
            out.flush();
        }
    }
}
