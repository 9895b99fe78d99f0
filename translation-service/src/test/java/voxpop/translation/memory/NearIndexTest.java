package voxpop.translation.memory;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import voxpop.kit.id.Ids;

class NearIndexTest {
  private static final int ALL = Integer.MAX_VALUE;

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);
  private final Map<UUID, String> english = new HashMap<>();
  private final Map<String, int[]> words = new HashMap<>();
  private final Map<UUID, String> german = new HashMap<>();

  @TempDir Path folder;
  private NearIndex index;

  @BeforeEach
  void open() {
    index = new NearIndex(new MemorySettings(folder));
  }

  @AfterEach
  void close() throws Exception {
    index.close();
  }

  @Test
  void it_finds_what_comparing_with_each_sentence_finds() {
    for (int i = 0; i < 4; i++) fill();
    change();
    for (int i = 0; i < 400; i++) {
      String question = i % 4 == 0 ? sentence() : changed(some(english));
      List<NearIndex.Near> found = index.near("en", "es", question, ALL);
      assertThat(found.stream().collect(toMap(NearIndex.Near::entry, NearIndex.Near::likeness)))
          .as("%s, seed %d", question, seed)
          .isEqualTo(comparedWithEach(question));
      assertThat(found)
          .isSortedAccordingTo(
              Comparator.comparingInt(NearIndex.Near::likeness)
                  .thenComparing(NearIndex.Near::entry)
                  .reversed());
    }
    assertThat(index.near("en", "fi", some(english), ALL)).isEmpty();
  }

  @Test
  void a_sentence_that_is_there_many_times_leaves_room_for_others() {
    List<NearIndex.Source> sources = new ArrayList<>();
    for (int i = 0; i < 50; i++) sources.add(english("The ferry leaves at nine in the morning"));
    sources.add(english("The ferry leaves at ten in the evening"));
    index.take(sources, false);
    index.show();
    List<NearIndex.Near> found =
        index.near("en", "es", "The ferry leaves at ten in the morning", 2);
    assertThat(found).hasSize(3);
    assertThat(found.stream().map(NearIndex.Near::entry).map(english::get).distinct()).hasSize(2);
  }

  private void fill() {
    List<NearIndex.Source> sources = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      sources.add(english(random.nextInt(3) > 0 ? sentence() : changed(some(english))));
      UUID id = Ids.next();
      german.put(id, sentence());
      sources.add(new NearIndex.Source(id, "de", "es", german.get(id)));
    }
    index.take(sources, false);
    index.show();
  }

  /** What was said once is said otherwise. */
  private void change() {
    List<NearIndex.Source> sources = new ArrayList<>();
    for (UUID id : List.copyOf(english.keySet()).subList(0, 200)) {
      english.put(id, changed(english.get(id)));
      sources.add(new NearIndex.Source(id, "en", "es", english.get(id)));
    }
    index.take(sources, true);
    index.show();
  }

  private NearIndex.Source english(String sentence) {
    UUID id = Ids.next();
    english.put(id, sentence);
    return new NearIndex.Source(id, "en", "es", sentence);
  }

  private Map<UUID, Integer> comparedWithEach(String question) {
    int[] asked = words(question);
    Map<UUID, Integer> like = new HashMap<>();
    english.forEach(
        (id, sentence) -> {
          int likeness = Likeness.of(asked, words(sentence));
          if (likeness > 0) like.put(id, likeness);
        });
    return like;
  }

  private int[] words(String sentence) {
    return words.computeIfAbsent(sentence, text -> Tokens.of(text).numbers());
  }

  private String some(Map<UUID, String> sentences) {
    if (sentences.isEmpty()) return sentence();
    List<String> all = List.copyOf(sentences.values());
    return all.get(random.nextInt(all.size()));
  }

  /** Few words, so that many sentences have many in common, and one word comes twice. */
  private String sentence() {
    return random
        .ints(random.nextInt(1, 24), 0, 40)
        .map(word -> Math.min(word, random.nextInt(40)))
        .mapToObj(word -> "w" + word)
        .collect(joining(" "));
  }

  private String changed(String sentence) {
    List<String> words = new ArrayList<>(List.of(sentence.split(" ")));
    for (int i = random.nextInt(4); i > 0; i--) {
      int at = random.nextInt(words.size());
      switch (random.nextInt(3)) {
        case 0 -> words.set(at, "w" + random.nextInt(40));
        case 1 -> words.add(at, "w" + random.nextInt(40));
        default -> {
          if (words.size() > 1) words.remove(at);
        }
      }
    }
    return String.join(" ", words);
  }
}
