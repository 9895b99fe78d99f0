package voxpop.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In doubt a request needs a closer look. */
class PlainReadTest {
  private static final String USUAL = "GET /de/a-b_c.1 HTTP/1.1\r\nHost: a\r\n\r\n";

  private static @Nullable PlainRead read(String bytes) {
    ByteBuf in = Unpooled.wrappedBuffer(bytes.getBytes(StandardCharsets.ISO_8859_1));
    PlainRead read = PlainRead.of(in);
    // whoever looks takes nothing
    assertThat(in.readerIndex()).isZero();
    return read;
  }

  @Test
  void a_head_is_read_up_to_its_end() {
    PlainRead read =
        read(
            "HEAD /de/ HTTP/1.1\r\n"
                + "hOST: a:80\r\n"
                + "Accept-Encoding: gzip, br \r\n"
                + "X-Any:\tb\u00e4r\r\n"
                + "If-None-Match:\"x\"\r\n"
                + "Content-Length: 0\r\n"
                + "Cookie: language=en\r\n"
                + "Connection: Keep-Alive\r\n\r\n"
                + "GET");
    assertThat(read).isNotNull();
    assertThat(read.withoutBody()).isTrue();
    assertThat(read.key()).isEqualTo("/de/");
    assertThat(read.accepted()).isEqualTo("gzip, br");
    assertThat(read.known()).isEqualTo("\"x\"");
    assertThat(read(USUAL))
        .isEqualTo(new PlainRead("GET", "/de/a-b_c.1", null, null, USUAL.length()));
    PlainRead marked = read(USUAL.replace(" HTTP", "?utm_source=x&y HTTP"));
    assertThat(marked).isNotNull();
    assertThat(marked.key()).isEqualTo("/de/a-b_c.1");
  }

  @Test
  void no_part_of_a_head_is_one() {
    for (int length = 0; length < USUAL.length(); length++) {
      assertThat(read(USUAL.substring(0, length))).as("%s bytes", length).isNull();
    }
  }

  @Test
  void a_head_that_is_too_long_for_a_look_is_none() {
    String padding = "X-Long: " + "a".repeat(5_000) + "\r\n\r\n";
    assertThat(read(USUAL.replace("\r\n\r\n", "\r\n" + padding))).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: b",
        "Accept-Encoding: br\r\nAccept-Encoding: gzip",
        "If-None-Match: x\r\nIf-None-Match: y",
        "Connection: close",
        "Connection: keep-alive, upgrade",
        "Content-Length: 0\r\nContent-Length: 0",
        "Content-Length: 00",
        "Content-Length: 5",
        "TRANSFER-encoding: chunked",
        "Transfer-Encoding : chunked",
        "X: y\r\n Transfer-Encoding: chunked",
        "X: y\rTransfer-Encoding: chunked",
        "X: y\nTransfer-Encoding: chunked",
        "X_Y: z",
        ": z",
        "no colon",
        "X: \u0000",
        "X: \u007f",
        "Authorization: Bearer x",
        "Expect: 100-continue",
        "Upgrade: h2c",
        "Origin: https://example.org",
        "traceparent: 00-1-1-00",
        "Cookie: a=b; fresh=x",
        "Cookie: a=b\r\nCookie: session=x",
      })
  void what_may_change_the_answer_or_its_bounds_is_not_plain(String fields) {
    assertThat(read("GET / HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n\r\n")).isNull();
    assertThat(read("GET / HTTP/1.1\r\n" + fields + "\r\nHost: a\r\n\r\n")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST / HTTP/1.1",
        "GETS / HTTP/1.1",
        "get / HTTP/1.1",
        "GET  / HTTP/1.1",
        "GET / HTTP/1.0",
        "GET /  HTTP/1.1",
        "GET /\tHTTP/1.1",
        "GET / HTTP/1.1 ",
        "GET /%61 HTTP/1.1",
        "GET /a;b HTTP/1.1",
        "GET /\u00e4 HTTP/1.1",
        "GET /?after=c2 HTTP/1.1",
        "GET /?%61fter=c2 HTTP/1.1",
        "GET /?\u00e4 HTTP/1.1",
        "GET http://a/ HTTP/1.1",
        "\r\nGET / HTTP/1.1",
        " GET / HTTP/1.1",
      })
  void a_line_that_says_more_or_less_than_a_read_of_a_path_is_none(String line) {
    assertThat(read(line + "\r\nHost: a\r\n\r\n")).isNull();
  }

  @Test
  void a_host_is_named_and_lines_end_as_they_must() {
    assertThat(read("GET / HTTP/1.1\r\n\r\n")).isNull();
    assertThat(read("GET / HTTP/1.1\nHost: a\r\n\r\n")).isNull();
    assertThat(read("GET / HTTP/1.1\r\nHost: a\n\r\n")).isNull();
    assertThat(read("GET / HTTP/1.1\r\nHost: a\r\n\n")).isNull();
  }
}
