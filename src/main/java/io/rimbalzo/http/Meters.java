package io.rimbalzo.http;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.rimbalzo.RuleBook;
import io.rimbalzo.Verdict;
import io.rimbalzo.guidance.Result;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** What is counted, in the form that Prometheus reads: {@code rimbalzo_diagnoses_total{category="dns",certainty="likely"} 3.0}. */
final class Meters {

    static final String TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

    /** Seconds: most answers take a few milliseconds. */
    private static final double[] BUCKETS = {.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10};

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();
    private final Counter requests = Counter.builder()
            .name("rimbalzo_http_requests_total")
            .help("Requests answered, by method, route and status.")
            .labelNames("method", "route", "status")
            .register(registry);
    private final Histogram durations = Histogram.builder()
            .name("rimbalzo_http_request_duration_seconds")
            .help("From the request's header fields to the end of the answer.")
            .classicOnly()
            .classicUpperBounds(BUCKETS)
            .labelNames("route")
            .register(registry);
    private final Counter diagnoses = Counter.builder()
            .name("rimbalzo_diagnoses_total")
            .help("Failed recipients explained, by category and certainty.")
            .labelNames("category", "certainty")
            .register(registry);
    private final Counter unexplained = Counter.builder()
            .name("rimbalzo_unexplained_total")
            .help("Failed recipients that no rule explains.")
            .register(registry);
    private final Counter errors = Counter.builder()
            .name("rimbalzo_unreadable_total")
            .help("Submissions that could not be read, by the code of the error.")
            .labelNames("code")
            .register(registry);

    Meters(RuleBook book, Work work) {
        gauge("rimbalzo_work_waiting", "Requests that wait for their turn.", work::waiting);
        gauge("rimbalzo_work_running", "Requests that are worked on.", work::running);
        gauge("rimbalzo_work_left", "Pieces of work that took too long and have not ended yet.", work::left);
        gauge("rimbalzo_rules", "Rules in use.", () -> book.status().rules());
        gauge(
                "rimbalzo_rules_number",
                "Rule sets that have been in use, this one included.",
                () -> book.status().number());
        gauge(
                "rimbalzo_rules_loaded_timestamp_seconds",
                "Since when this set is in use.",
                () -> book.status().loadedAt().toEpochMilli() / 1e3);
        gauge(
                "rimbalzo_rules_refused",
                "1 where a newer set of rules or words cannot be used.",
                () -> book.status().refused() == null ? 0 : 1);
        GaugeWithCallback.builder()
                .name("rimbalzo_rules_set")
                .help("The name of the set in use, by what its files hold.")
                .labelNames("set")
                .callback(callback -> callback.call(1, book.status().set()))
                .register(registry);
        gauge("rimbalzo_heap_bytes", "Memory of the heap in use.", () -> {
            Runtime runtime = Runtime.getRuntime();
            return (double) runtime.totalMemory() - runtime.freeMemory();
        });
    }

    private void gauge(String name, String help, DoubleSupplier value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(callback -> callback.call(value.getAsDouble()))
                .register(registry);
    }

    void answered(String method, String route, int status, double milliseconds) {
        requests.labelValues(method, route, String.valueOf(status)).inc();
        durations.labelValues(route).observe(milliseconds / 1e3);
    }

    void diagnosed(Result.@Nullable Error error, List<Verdict> verdicts) {
        if (error != null) {
            errors.labelValues(error.code()).inc();
        }
        for (Verdict verdict : verdicts) {
            if (verdict.category() == null) {
                unexplained.inc();
            } else {
                diagnoses
                        .labelValues(verdict.category(), String.valueOf(verdict.certainty()))
                        .inc();
            }
        }
    }

    String text() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writer.write(out, registry.scrape());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
