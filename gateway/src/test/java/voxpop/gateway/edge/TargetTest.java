package voxpop.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetTest {
  @ParameterizedTest
  @CsvSource({
    "/a?%,/a?%25",
    "/a?%zz,/a?%25zz",
    "/a?x=%4,/a?x=%254",
    "/a%20b?q=%C3%A4,/a%20b?q=%C3%A4",
    "/a\"b|c,/a%22b%7Cc",
    "/grün,/gr%FCn",
    "/a[b]?c[]=d#e,/a%5Bb%5D?c%5B%5D=d%23e",
  })
  void what_escapes_nothing_is_escaped(String sent, String mended) {
    assertThat(Target.mended(sent)).isEqualTo(mended);
    assertThat(java.net.URI.create(mended).getRawPath()).isNotEmpty();
  }

  @Test
  void a_good_address_is_left_alone() {
    String good = "/api/articles?q=a%20b&after=x";

    assertThat(Target.mended(good)).isSameAs(good);
  }
}
