package voxpop.article.menu;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The menu as readers of a language get it.
 *
 * @param id under which it is translated; null as long as there is none
 * @param language the one asked for
 * @param revision of what it says in the original language; 0 as long as there is none
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record Menu(
    @Nullable UUID id,
    String language,
    @Nullable String originalLanguage,
    int revision,
    List<Entry> lines) {

  /**
   * @param language of the label
   * @param path where it leads in the language asked for; null where that isn't there for readers
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Entry(String label, String language, Target kind, String target, @Nullable String path) {}
}
