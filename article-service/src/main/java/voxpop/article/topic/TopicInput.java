package voxpop.article.topic;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What an editor says of a topic.
 *
 * @param language that it is said in; left out, it stays what it was
 */
@Serdeable
record TopicInput(
    @NotBlank(message = "is missing")
        @Size(max = 120, message = "can have {max} characters")
        @Pattern(regexp = "[^\\n\\r,]*", message = "can't have a comma or a line break in it")
        String name,
    @Nullable @Size(max = 2000, message = "can have {max} characters") String description,
    @Nullable String language) {

  String written() {
    return name.strip();
  }
}
