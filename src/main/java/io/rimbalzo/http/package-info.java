/** The server: {@code POST /v1/diagnose}; it reads requests, asks the machine and answers in the form and language asked for. */
@NullMarked
package io.rimbalzo.http;

import org.jspecify.annotations.NullMarked;
