package voxpop.gateway.wire;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/**
 * How large and how slow a request may be.
 *
 * @param urlBytes of the request line; RFC 9112, 3 asks for 8,000 at least
 * @param headerBytes of all header fields together, whatever their number; cookies are the largest
 * @param textBytes of a body: a long article with room to spare
 * @param fileBytes of a body where pictures and imports go
 * @param headWithin from the first byte of a head to its end
 * @param bodyWithin how often a body must have moved on: see {@code bodyRate}
 * @param bodyRate bytes a second that a body comes at, at least, over each {@code bodyWithin}; a
 *     telephone on a bad line is ten times as fast
 */
@ConfigurationProperties("voxpop.gateway.wire")
public record WireSettings(
    @Bindable(defaultValue = "8192") @Min(1024) int urlBytes,
    @Bindable(defaultValue = "16384") @Min(1024) int headerBytes,
    @Bindable(defaultValue = "2000000") @Min(1024) long textBytes,
    @Bindable(defaultValue = "24000000") @Min(1024) long fileBytes,
    @Bindable(defaultValue = "10s") Duration headWithin,
    @Bindable(defaultValue = "10s") Duration bodyWithin,
    @Bindable(defaultValue = "1000") @Min(1) int bodyRate) {}
