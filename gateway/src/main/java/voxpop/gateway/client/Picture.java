package voxpop.gateway.client;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A picture with its scaled variants; {@code url}s are paths below {@code /media/}. */
@Serdeable
public record Picture(
    UUID id,
    int width,
    int height,
    @Nullable String alt,
    @Nullable String caption,
    List<Variant> srcset) {

  /** One width in which the picture is there. */
  @Serdeable
  public record Variant(String url, int width) {}
}
