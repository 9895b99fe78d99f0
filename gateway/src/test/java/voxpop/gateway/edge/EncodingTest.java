package voxpop.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static voxpop.gateway.edge.Encoding.BROTLI;
import static voxpop.gateway.edge.Encoding.GZIP;
import static voxpop.gateway.edge.Encoding.IDENTITY;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip, deflate, br, zstd | BROTLI",
        "gzip | GZIP",
        "GZip | GZIP",
        "br | BROTLI",
        "gzip;q=1, br;q=0.5 | GZIP",
        "gzip; q=0.2 ,br ; q=0.3 | BROTLI",
        "br;q=0, gzip;q=0.001 | GZIP",
        "br;q=0.0, gzip;q=0 | IDENTITY",
        "* | BROTLI",
        "br;q=0, * | GZIP",
        "*;q=0 | IDENTITY",
        "identity | IDENTITY",
        "identity;q=1, gzip;q=0.5 | IDENTITY",
        "identity;q=0.5, gzip;q=0.5 | GZIP",
        "identity;q=0, gzip | GZIP",
        "gzip;q=x, br;q=-1 | IDENTITY",
        "gzip;v=1 | IDENTITY",
        "brx, xgzip | IDENTITY",
        "deflate | IDENTITY",
        ",,;, | IDENTITY",
        "gzip;q=1.5 | IDENTITY",
      })
  void the_heaviest_is_sent_and_of_equals_the_smallest(String accepted, Encoding sent) {
    assertThat(Encoding.best(accepted, any -> true)).isEqualTo(sent);
  }

  @Test
  void what_is_not_ready_is_not_sent() {
    assertThat(Encoding.best("br, gzip", Set.of(GZIP, IDENTITY)::contains)).isEqualTo(GZIP);
    assertThat(Encoding.best("br, gzip", Set.of(IDENTITY)::contains)).isEqualTo(IDENTITY);
    assertThat(Encoding.best(null, any -> true)).isEqualTo(IDENTITY);
    assertThat(Encoding.best("", any -> true)).isEqualTo(IDENTITY);
    assertThat(Encoding.best("br", Set.of(BROTLI)::contains)).isEqualTo(BROTLI);
  }
}
