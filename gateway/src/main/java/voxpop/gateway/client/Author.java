package voxpop.gateway.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who writes, translates or moderates here, as they see themselves. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Author(
    UUID id,
    String name,
    @Nullable String displayName,
    @Nullable String email,
    Set<String> roles,
    Set<String> languages) {

  public Author {
    roles = roles == null ? Set.of() : roles;
    languages = languages == null ? Set.of() : languages;
  }

  /** An administrator may do all of it. */
  public boolean is(String role) {
    return roles.contains("administrator") || roles.contains(role);
  }
}
