/**
 * Spans for who collects them (OpenTelemetry, sent by OTLP), off unless {@code
 * VOXPOP_TRACES_ENABLED} is set; the id of a trace is that of its request. Ids and lines of access
 * are {@code access}'s.
 */
@NullMarked
package voxpop.kit.trace;

import org.jspecify.annotations.NullMarked;
