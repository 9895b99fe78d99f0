package voxpop.article.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.kit.caller.Role;

/** An author as administrators and the person itself see them. */
@Serdeable
public record Person(
    UUID id,
    String email,
    String name,
    String displayName,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String note,
    @JsonInclude(JsonInclude.Include.ALWAYS) List<Role> roles,
    @JsonInclude(JsonInclude.Include.ALWAYS) List<String> languages) {

  Person(Author author) {
    this(
        author.id(),
        author.email(),
        author.name(),
        author.displayName(),
        author.note(),
        author.roleList(),
        author.languageList());
  }
}
