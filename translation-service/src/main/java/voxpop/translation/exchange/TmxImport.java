package voxpop.translation.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import voxpop.kit.problem.Problem;
import voxpop.translation.document.Sites;
import voxpop.translation.memory.MemoryFiles;
import voxpop.translation.segment.Markup;

/**
 * Takes TMX files into the memory. A file is read to its end before anything is kept; what the
 * memory knows already is not kept twice, so that a file can be sent again.
 */
@Singleton
class TmxImport {
  /** Each file can be sent in parts; this keeps one from filling the database. */
  private static final int MOST_UNITS = 500_000;

  private static final int MOST_REFUSED_TOLD = 50;
  private static final int PIECE = 200;

  /** {@code unit}: which one of the file, from 1. */
  @Serdeable
  record Refused(int unit, String reason) {}

  /**
   * What became of a file; {@code added} and {@code known} count pairs of sentences, of which a
   * unit in three languages has two.
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Taken(int read, int added, int known, int refusedUnits, List<Refused> refused) {}

  private final MemoryFiles memory;
  private final Sites sites;

  TmxImport(MemoryFiles memory, Sites sites) {
    this.memory = memory;
    this.sites = sites;
  }

  /**
   * Takes a file.
   *
   * @throws Problem 400 where it is no TMX
   */
  Taken take(Path file) {
    int units = read(file, unit -> {});
    if (units > MOST_UNITS) {
      throw Problem.invalid("file", "has more than " + MOST_UNITS + " units: send it in parts");
    }
    List<Refused> refused = new ArrayList<>();
    List<MemoryFiles.Known> piece = new ArrayList<>();
    int[] counts = new int[3];
    read(
        file,
        unit -> {
          String reason = take(unit, piece);
          if (reason != null) {
            counts[2]++;
            if (refused.size() < MOST_REFUSED_TOLD) refused.add(new Refused(unit.number(), reason));
          }
          if (piece.size() >= PIECE) keep(piece, counts);
        });
    keep(piece, counts);
    return new Taken(units, counts[0], counts[1], counts[2], refused);
  }

  private void keep(List<MemoryFiles.Known> piece, int[] counts) {
    int added = memory.add(piece);
    counts[0] += added;
    counts[1] += piece.size() - added;
    piece.clear();
  }

  /** Adds the unit's pairs to the piece; answers why it has none. */
  private @Nullable String take(TmxUnit unit, List<MemoryFiles.Known> piece) {
    if (unit.texts().size() < 2) return "has no text in two languages";
    String named = unit.source();
    String source =
        named != null && unit.texts().containsKey(named)
            ? named
            : unit.texts().keySet().iterator().next();
    if (named != null && !unit.texts().containsKey(named)) {
      String base = Locale.forLanguageTag(named).getLanguage();
      source =
          unit.texts().keySet().stream()
              .filter(tag -> Locale.forLanguageTag(tag).getLanguage().equals(base))
              .findFirst()
              .orElse(source);
    }
    String from = source;
    String text = Markup.tidy(unit.texts().getOrDefault(from, ""));
    if (Markup.plain(text).isBlank()) return "its source has no words";
    int before = piece.size();
    for (Map.Entry<String, String> other : unit.texts().entrySet()) {
      String translation = Markup.tidy(other.getValue());
      if (other.getKey().equals(from) || Markup.plain(translation).isBlank()) continue;
      String by = unit.by() == null || unit.by().isBlank() ? "TMX" : unit.by();
      piece.add(
          new MemoryFiles.Known(
              ours(from),
              ours(other.getKey()),
              text,
              translation,
              by.substring(0, Math.min(40, by.length()))));
    }
    return piece.size() > before ? null : "none of its translations has words";
  }

  /** {@code en-US} of a file is {@code en} here, where the site writes just that. */
  private String ours(String tag) {
    List<String> languages = sites.site().languages();
    String base = Locale.forLanguageTag(tag).getLanguage();
    return !languages.contains(tag) && languages.contains(base) ? base : tag;
  }

  private static int read(Path file, Consumer<TmxUnit> units) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return TmxReader.read(in, units);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
