package voxpop.translation.segment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MaskTest {
  private static final String SOURCE =
      "See <a href=\"/x?a=1&amp;b=2\">the <b>big</b> house</a> & run <code>rm *</code> for {{name}}"
          + " at https://a.example/b.";

  @Test
  void an_engine_sees_words_and_placeholders_only() {
    assertThat(Mask.of(Kind.TEXT, SOURCE).text())
        .isEqualTo("See <g1>the <g2>big</g2> house</g1> &amp; run <x3/> for <x4/> at <x5/>.");
  }

  @Test
  void everything_comes_back() {
    Mask mask = Mask.of(Kind.TEXT, SOURCE);
    assertThat(mask.restore(Kind.TEXT, mask.text())).isEqualTo(SOURCE);
    assertThat(String.join("", mask.pieces())).isEqualTo(mask.text());
  }

  @Test
  void a_lost_doubled_or_crossed_placeholder_is_noticed() {
    Mask mask = Mask.of(Kind.TEXT, "A <b>b</b> <i>c</i>.");
    assertThat(mask.restore(Kind.TEXT, "A <g1>b</g1> c.")).isNull();
    assertThat(mask.restore(Kind.TEXT, "A <g1>b</g1> <g1>b</g1> <g2>c</g2>.")).isNull();
    assertThat(mask.restore(Kind.TEXT, "A <g1>b <g2>c</g1></g2>.")).isNull();
    assertThat(mask.restore(Kind.TEXT, "A <g1>b</g1> <g2>c</g2> <g3>d</g3>.")).isNull();
  }

  @Test
  void an_engine_adds_no_markup() {
    Mask mask = Mask.of(Kind.TEXT, "A house.");
    assertThat(mask.restore(Kind.TEXT, "<script>x</script>")).isEqualTo("&lt;script>x&lt;/script>");
    assertThat(Mask.of(Kind.TITLE, "Tom & Jerry <3").text()).isEqualTo("Tom &amp; Jerry &lt;3");
    assertThat(Mask.of(Kind.TITLE, "Tom & Jerry <3").restore(Kind.TITLE, "Tom &amp; Jerry &lt;3"))
        .isEqualTo("Tom & Jerry <3");
  }
}
