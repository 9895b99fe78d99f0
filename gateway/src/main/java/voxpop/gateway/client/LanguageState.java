package voxpop.gateway.client;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** How far an article is in one language: state and shares from 0 to 1. */
@Serdeable
public record LanguageState(
    String language,
    @Nullable String state,
    @Nullable Boolean published,
    @Nullable Integer segments,
    @Nullable Integer approved,
    @Nullable Integer machine,
    @Nullable Integer stale,
    @Nullable Integer missing) {}
