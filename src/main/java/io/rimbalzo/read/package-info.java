/**
 * Foreign formats to a report, one class for each thing that someone else wrote: the delivery status of RFC 3464,
 * Exchange’s reports, a pasted {@code 550 5.7.1 Unable to relay}.
 */
@NullMarked
package io.rimbalzo.read;

import org.jspecify.annotations.NullMarked;
