package voxpop.gateway.wire;

import jakarta.inject.Singleton;
import java.util.List;

/** How many bytes a body may have, by where it goes. */
@Singleton
class BodySizes {
  /** Pictures, imports, exchange files of translators; everything else is text. */
  private static final List<String> FILES =
      List.of(
          "/api/media",
          "/api/imports",
          "/api/glossary",
          "/api/memory",
          "/studio/pictures",
          "/studio/import");

  private final WireSettings settings;

  BodySizes(WireSettings settings) {
    this.settings = settings;
  }

  /** In bytes, for a request's address as it came. */
  long of(String uri) {
    for (String prefix : FILES) {
      if (uri.startsWith(prefix)) {
        return settings.fileBytes();
      }
    }
    return uri.startsWith("/api/translations/") && uri.contains("/xliff")
        ? settings.fileBytes()
        : settings.textBytes();
  }
}
