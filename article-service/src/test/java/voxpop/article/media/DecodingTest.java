package voxpop.article.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecodingTest {
  /** Half of the light that a screen gives is not half of its number: sRGB 188 (IEC 61966-2-1). */
  private static final int HALF_LIGHT = 188;

  @ParameterizedTest
  @ValueSource(strings = {"sideways.jpg", "sideways.png", "lossy-sideways.webp"})
  void a_camera_held_sideways_gives_an_upright_picture(String name) throws Exception {
    BufferedImage picture = decoded(name);
    assertThat(picture.getWidth()).isEqualTo(32);
    assertThat(picture.getHeight()).isEqualTo(48);
    // stored: red, green / blue, white; turned right: blue, red / white, green
    assertColour(picture, 8, 12, 20, 20, 220);
    assertColour(picture, 24, 12, 220, 20, 20);
    assertColour(picture, 8, 36, 240, 240, 240);
    assertColour(picture, 24, 36, 20, 200, 20);
  }

  @ParameterizedTest
  @EnumSource
  void each_orientation_brings_the_first_pixel_to_its_place(Orientation orientation) {
    BufferedImage stored = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
    stored.setRGB(0, 0, 0xff0000);
    stored.setRGB(2, 0, 0x00ff00);
    BufferedImage upright = orientation.upright(stored);
    int right = upright.getWidth() - 1;
    int bottom = upright.getHeight() - 1;
    int[][] corners = {
      {0, 0, right, 0},
      {right, 0, 0, 0},
      {right, bottom, 0, bottom},
      {0, bottom, right, bottom},
      {0, 0, 0, bottom},
      {right, 0, right, bottom},
      {right, bottom, right, 0},
      {0, bottom, 0, 0}
    };
    int[] place = corners[orientation.ordinal()];
    assertThat(upright.getRGB(place[0], place[1]) & 0xffffff).isEqualTo(0xff0000);
    assertThat(upright.getRGB(place[2], place[3]) & 0xffffff).isEqualTo(0x00ff00);
  }

  @ParameterizedTest
  @ValueSource(strings = {"linear-profile.jpg", "linear-profile.png", "linear-profile.webp"})
  void numbers_mean_what_the_colour_profile_says(String name) throws Exception {
    assertColour(decoded(name), 5, 5, HALF_LIGHT, HALF_LIGHT, HALF_LIGHT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gray.jpg", "gray-alpha.png", "gray-16.png"})
  void gray_without_a_profile_stays_as_dark_as_it_was(String name) throws Exception {
    assertColour(decoded(name), 5, 5, 128, 128, 128);
  }

  @Test
  void inks_become_light() throws Exception {
    BufferedImage picture = decoded("cmyk.jpg");
    assertThat(picture.getRGB(8, 8) >> 16 & 255).isGreaterThan(170);
    assertThat(picture.getRGB(8, 8) & 255).isLessThan(90);
    assertThat(picture.getRGB(40, 28) & 255).isGreaterThan(200);
  }

  @Test
  void what_can_be_seen_through_stays_so() throws Exception {
    BufferedImage picture = decoded("lossless-alpha.webp");
    assertThat(picture.getColorModel().hasAlpha()).isTrue();
    assertThat(picture.getRGB(30, 5) >>> 24).isZero();
    assertThat(picture.getRGB(5, 30) >>> 24).isEqualTo(128);
    assertThat(Variants.of(picture).format()).isEqualTo(StoredFormat.PNG);
  }

  @Test
  void alpha_that_hides_nothing_is_dropped() throws Exception {
    assertThat(decoded("gray-alpha.png").getColorModel().hasAlpha()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"animated.gif", "animated.webp"})
  void of_an_animation_the_first_frame_is_kept(String name) throws Exception {
    assertColour(decoded(name), 5, 5, 250, 0, 0);
  }

  @ParameterizedTest
  @CsvSource({"30000,30000", "20001,1", "9000,9000"})
  void a_bomb_is_refused_before_it_is_unpacked(int width, int height) {
    assertThatThrownBy(() -> Decoding.decode(PictureFormat.PNG, Png.claiming(width, height), 1920))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining("pixels");
  }

  @Test
  void a_profile_that_explodes_is_ignored() throws Exception {
    byte[] file = Png.withChunk(Png.white(10, 10), "iCCP", Png.bomb("x\0\0", 64 << 20));
    assertThat(Decoding.decode(PictureFormat.PNG, file, 1920).getWidth()).isEqualTo(10);
  }

  @Test
  void a_text_that_explodes_is_ignored() throws Exception {
    byte[] file = Png.withChunk(Png.white(10, 10), "zTXt", Png.bomb("x\0\0", 64 << 20));
    assertThat(Decoding.decode(PictureFormat.PNG, file, 1920).getWidth()).isEqualTo(10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sideways.jpg", "sideways.png", "lossy-sideways.webp", "animated.gif"})
  void a_file_cut_off_or_scrambled_anywhere_is_refused_or_read_but_nothing_else(String name)
      throws Exception {
    byte[] whole = file(name);
    PictureFormat format = PictureFormat.of(whole).orElseThrow();
    java.util.Random random = new java.util.Random(42);
    for (int i = 0; i < 300; i++) {
      byte[] bytes = java.util.Arrays.copyOf(whole, 12 + random.nextInt(whole.length - 11));
      for (int j = 0; j < 3; j++) {
        bytes[12 + random.nextInt(bytes.length - 11) - 1] = (byte) random.nextInt();
      }
      try {
        Decoding.decode(format, bytes, 1920);
      } catch (Unreadable expected) {
        // the only failure there is
      }
    }
  }

  @Test
  void a_large_picture_is_scaled_down_and_a_small_one_never_up() throws Exception {
    BufferedImage large = Decoding.decode(PictureFormat.PNG, Png.white(5000, 100), Variants.WIDEST);
    Variants variants = Variants.of(large);
    assertThat(variants.files().keySet()).containsExactly(320, 640, 960, 1280, 1920);
    assertThat(variants.height()).isEqualTo(38);
    assertThat(ImageIO.read(new ByteArrayInputStream(variants.files().get(640))).getWidth())
        .isEqualTo(640);
    assertThat(Variants.of(decoded("gray.jpg")).files().keySet()).containsExactly(30);
  }

  private static BufferedImage decoded(String name) throws Exception {
    byte[] bytes = file(name);
    return Decoding.decode(PictureFormat.of(bytes).orElseThrow(), bytes, Variants.WIDEST);
  }

  static byte[] file(String name) throws Exception {
    try (var in = DecodingTest.class.getResourceAsStream("/pictures/" + name)) {
      return in.readAllBytes();
    }
  }

  private static void assertColour(BufferedImage image, int x, int y, int r, int g, int b) {
    int argb = image.getRGB(x, y);
    int off =
        Math.max(
            Math.abs((argb >> 16 & 255) - r),
            Math.max(Math.abs((argb >> 8 & 255) - g), Math.abs((argb & 255) - b)));
    assertThat(off).as("%08x at %d,%d", argb, x, y).isLessThan(16);
  }
}
