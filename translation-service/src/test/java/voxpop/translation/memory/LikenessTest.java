package voxpop.translation.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LikenessTest {
  @Test
  void one_word_of_four_is_75() {
    assertThat(of("The old house burns", "The old house stands")).isEqualTo(75);
    assertThat(of("The old house burns", "The old house")).isEqualTo(75);
    assertThat(of("The house burns", "The house stands")).isZero();
    assertThat(of("Yes, it is", "yes it IS!")).isEqualTo(100);
  }

  @Test
  void it_equals_what_the_whole_table_says() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      int[] a = random.ints(random.nextInt(1, 20), 0, 6).toArray();
      int[] b =
          random.nextInt(3) == 0 ? random.ints(random.nextInt(1, 20), 0, 6).toArray() : a.clone();
      for (int k = random.nextInt(4); k > 0; k--) b[random.nextInt(b.length)] = random.nextInt(6);
      int longer = Math.max(a.length, b.length);
      int plain = 100 - (plain(a, b) * 100 + longer - 1) / longer;
      assertThat(Likeness.of(a, b)).as("seed " + seed).isEqualTo(plain < 75 ? 0 : plain);
    }
  }

  private static int of(String a, String b) {
    return Likeness.of(Tokens.of(a).numbers(), Tokens.of(b).numbers());
  }

  private static int plain(int[] a, int[] b) {
    int[][] d = new int[a.length + 1][b.length + 1];
    for (int i = 0; i <= a.length; i++) {
      for (int j = 0; j <= b.length; j++) {
        if (i == 0 || j == 0) d[i][j] = i + j;
        else
          d[i][j] =
              Math.min(
                  d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1),
                  Math.min(d[i - 1][j], d[i][j - 1]) + 1);
      }
    }
    return d[a.length][b.length];
  }
}
