package voxpop.article.topic;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/** What an article is about, as readers of one language see it. */
@Serdeable
public record Topic(@JsonIgnore UUID id, String slug, String name) {}
