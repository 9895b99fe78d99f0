package voxpop.gateway.client;

import io.micronaut.serde.annotation.Serdeable;

/** A topic, named in the language of the page that it is on. */
@Serdeable
public record Topic(String slug, String name) {}
