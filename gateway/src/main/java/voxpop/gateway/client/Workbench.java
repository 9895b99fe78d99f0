package voxpop.gateway.client;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An article in one language as translators see it: all segments, title first. */
@Serdeable
public record Workbench(
    @Nullable UUID article,
    @Nullable String language,
    @Nullable String state,
    List<Segment> segments) {}
