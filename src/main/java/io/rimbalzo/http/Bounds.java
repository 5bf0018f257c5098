package io.rimbalzo.http;

import java.time.Duration;

/**
 * How much the server takes, and how long it waits.
 *
 * @param bytes       of one body: more is too large
 * @param atOnce      requests that are worked on at the same time
 * @param waiting     requests that wait for their turn; those after them are sent away
 * @param budget      for one answer, the wait for its turn included
 * @param head        for a request's line and header fields, and for a connection on which nothing happens
 * @param whole       for a request from its header fields to the last byte of the answer
 * @param drain       for the requests under way when the server ends
 * @param connections open at the same time
 */
public record Bounds(
        int bytes,
        int atOnce,
        int waiting,
        Duration budget,
        Duration head,
        Duration whole,
        Duration drain,
        int connections) {

    public static final Bounds DEFAULT = new Bounds(
            25 * 1024 * 1024,
            Math.max(2, Runtime.getRuntime().availableProcessors()),
            128,
            Duration.ofSeconds(10),
            Duration.ofSeconds(15),
            Duration.ofSeconds(60),
            Duration.ofSeconds(20),
            1_000);
}
