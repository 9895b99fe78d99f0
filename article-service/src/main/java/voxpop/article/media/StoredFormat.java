package voxpop.article.media;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.micronaut.http.MediaType;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/** What pictures are kept as: JPEG, and PNG where something can be seen through. */
@Serdeable
public enum StoredFormat {
  JPEG("jpg", MediaType.IMAGE_JPEG_TYPE),
  PNG("png", MediaType.IMAGE_PNG_TYPE);

  private final String extension;
  private final MediaType type;

  StoredFormat(String extension, MediaType type) {
    this.extension = extension;
    this.type = type;
  }

  /** The last part of the address, without its dot. */
  public String extension() {
    return extension;
  }

  MediaType type() {
    return type;
  }

  /** The name in JSON, and under which ImageIO knows its writer. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  static StoredFormat of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
