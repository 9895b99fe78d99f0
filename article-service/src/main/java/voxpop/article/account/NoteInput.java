package voxpop.article.account;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says about themself.
 *
 * @param note empty to say nothing
 * @param language that it is said in; left out, it stays what it was, at first the site's
 */
@Serdeable
record NoteInput(
    @Nullable @Size(max = 2000, message = "can have 2,000 characters") String note,
    @Nullable String language) {

  @Nullable String written() {
    return note == null || note.isBlank() ? null : note.strip();
  }
}
