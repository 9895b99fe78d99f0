package voxpop.translation.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DifferenceTest {
  @Test
  void an_edited_sentence_keeps_its_place() {
    assertThat(origins("A B C", "A X C")).containsExactly(0, 1, 2);
  }

  @Test
  void a_moved_sentence_is_found_again() {
    assertThat(origins("A B C D", "D A B C")).containsExactly(3, 0, 1, 2);
  }

  @Test
  void moves_are_taken_out_before_gaps_are_paired() {
    // M moved into the gap of the edit and must not be taken for it
    assertThat(origins("A B C M", "A M X C")).containsExactly(0, 3, 1, 2);
  }

  @Test
  void a_gap_pairs_in_order_and_leaves_over_what_is_new_or_deleted() {
    assertThat(origins("A B C", "A X Y Z C")).containsExactly(0, 1, -1, -1, 2);
    Difference shrunk = Difference.between(list("A B C D E"), list("A X E"));
    assertThat(shrunk.origin(1)).isEqualTo(1);
    assertThat(shrunk.deleted()).containsExactly(2, 3);
  }

  @Test
  void the_same_sentence_twice_keeps_both() {
    assertThat(origins("A B A", "A A B")).doesNotContain(-1).doesNotHaveDuplicates();
  }

  @Test
  void whatever_happens_equal_sentences_are_matched_and_none_twice() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      List<String> old = words(random);
      List<String> now = words(random);
      Difference difference = Difference.between(old, now);
      List<Integer> origins = IntStream.range(0, now.size()).mapToObj(difference::origin).toList();
      List<Integer> used = new ArrayList<>(origins.stream().filter(i -> i >= 0).toList());
      assertThat(used).as("seed %d", seed).doesNotHaveDuplicates();
      used.addAll(difference.deleted());
      Collections.sort(used);
      assertThat(used)
          .as("seed %d", seed)
          .isEqualTo(IntStream.range(0, old.size()).boxed().toList());
      for (String word : List.of("a", "b", "c", "d", "e")) {
        long same =
            IntStream.range(0, now.size())
                .filter(
                    i ->
                        origins.get(i) >= 0
                            && now.get(i).equals(word)
                            && old.get(origins.get(i)).equals(word))
                .count();
        assertThat(same)
            .as("seed %d", seed)
            .isEqualTo(
                Math.min(Collections.frequency(old, word), Collections.frequency(now, word)));
      }
    }
  }

  private static List<String> words(Random random) {
    return random.ints(random.nextInt(9), 0, 5).mapToObj(i -> "abcde".substring(i, i + 1)).toList();
  }

  private static List<Integer> origins(String old, String now) {
    Difference difference = Difference.between(list(old), list(now));
    return IntStream.range(0, list(now).size()).mapToObj(difference::origin).toList();
  }

  private static List<String> list(String words) {
    return Arrays.asList(words.split(" "));
  }
}
