package voxpop.gateway.studio;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sentence that was changed after it was translated.
 *
 * @param words the sentence to read, without tags
 * @param unseen whether it came since the translator last looked
 */
@Serdeable
public record StaleSentence(
    UUID article,
    String title,
    String sourceLanguage,
    String language,
    UUID segment,
    String words,
    Instant since,
    boolean unseen) {

  /** Where it is translated: in the middle of its article, with what is known of it. */
  public String desk() {
    return BenchController.address(article, language) + "?at=" + segment + "#s-" + segment;
  }

  /** What went stale of one article in one language. */
  public record Group(
      UUID article,
      String title,
      String sourceLanguage,
      String language,
      List<StaleSentence> sentences) {
    public String desk() {
      return BenchController.address(article, language) + "?state=stale";
    }

    /** When the newest of them went stale. */
    public Instant since() {
      return sentences.getFirst().since();
    }

    public boolean unseen() {
      return sentences.stream().anyMatch(StaleSentence::unseen);
    }
  }

  /**
   * A part of the list.
   *
   * @param unseen how many came since the translator last looked; 100 for that many or more
   * @param newest what to say when it was looked at
   */
  @Serdeable
  public record Stack(List<StaleSentence> items, int unseen, long newest, @Nullable String next) {
    static final Stack NONE = new Stack(List.of(), 0, 0, null);

    public Stack {
      items = items == null ? List.of() : items;
    }

    /** By article and language, in the order of what went stale last. */
    public List<Group> groups() {
      Map<String, List<StaleSentence>> groups = new LinkedHashMap<>();
      for (StaleSentence item : items) {
        groups
            .computeIfAbsent(item.article() + item.language(), key -> new ArrayList<>())
            .add(item);
      }
      return groups.values().stream()
          .map(
              of -> {
                StaleSentence one = of.getFirst();
                return new Group(
                    one.article(), one.title(), one.sourceLanguage(), one.language(), of);
              })
          .toList();
    }
  }
}
