/** What is known without any message: of a code, a diagnosis, a server's words. */
package io.rimbalzo.explain;
