package voxpop.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that two programs might read as two different ones go no further than the door. */
class SmugglingTest {
  private static final String HIDDEN = "GET /api/articles/hidden HTTP/1.1\r\nHost: x\r\n\r\n";

  private static House house;
  private static Browser browser;

  @BeforeAll
  static void open() {
    house = new House();
    house.articles.on("(GET|POST|HEAD) /api/.*", "{\"ok\":true}");
    browser = house.gateway();
  }

  @AfterAll
  static void close() {
    house.close();
  }

  private static int refused(String request) throws IOException {
    int before = house.articles.asked.size();
    try (BareWire wire = new BareWire(browser.port)) {
      int status = wire.send(request).onlyStatus();
      assertThat(house.articles.asked.stream().skip(before))
          .as("nothing of it came through")
          .noneMatch(asked -> asked.path().startsWith("/api/"));
      return status;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 6\nTransfer-Encoding: chunked",
        "Transfer-Encoding: chunked\nContent-Length: 6",
        "Content-Length: 5\nContent-Length: 6",
        "Content-Length: 5\nContent-Length: 5",
        "Content-Length: 5, 6",
        "Content-Length: +5",
        "Content-Length: -5",
        "Content-Length: 0x5",
        "Content-Length: 5 5",
        "Content-Length: 99999999999999999999",
        "Content-Length : 5",
        "Transfer-Encoding : chunked",
        "Transfer-Encoding: xchunked",
        "Transfer-Encoding: chunked, identity",
        "Transfer-Encoding: identity, chunked",
        "Transfer-Encoding: gzip, chunked",
        "Transfer-Encoding: identity",
        "Transfer-Encoding: chunked\nTransfer-Encoding: chunked",
        "Transfer-Encoding: chunked\nTransfer-Encoding: identity",
        "Transfer-Encoding: \"chunked\"",
        "Transfer-Encoding:\u000bchunked",
        "Transfer_Encoding: chunked\nTransfer-Encoding: x",
        " Transfer-Encoding: chunked",
        "X: y\n Transfer-Encoding: chunked",
        "X: y\n\tfolded",
        "X: y\u0000z",
        "Host: other",
        "X y"
      })
  void a_head_that_is_not_clear_is_refused(String fields) throws IOException {
    String head = "POST /api/articles HTTP/1.1\r\nHost: x\r\n" + fields.replace("\n", "\r\n");
    assertThat(refused(head + "\r\n\r\n0\r\n\r\n" + HIDDEN)).isIn(400, 413, 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /api/articles HTTP/1.1\nHost: x\n\n",
        "POST /api/articles HTTP/1.1\r\nHost: x\nContent-Length: 0\r\n\r\n",
        "POST /api/articles HTTP/1.1\r\nHost: x\r\nContent-Length: 0\n\n",
        "POST /api/articles HTTP/1.1\r\nContent-Length: 0\r\n\r\n",
        "POST /api/articles HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "POST /api/articles HTTP/9.9\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "POST /api/articles\tHTTP/1.1\r\nHost: x\r\n\r\n",
        "POST /api/articles HTTP/1.1 \r\nHost: x\r\n\r\n",
        "CONNECT x:80 HTTP/1.1\r\nHost: x:80\r\n\r\n",
        "\u0016\u0003\u0001\u0002\u0000\u0001",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
      })
  void a_request_line_that_is_not_clear_is_refused(String request) throws IOException {
    assertThat(refused(request + HIDDEN + "\r\n\r\n")).isBetween(400, 499);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x\r\n",
        "-1\r\nabc\r\n0\r\n\r\n",
        "0x3\r\nabc\r\n0\r\n\r\n",
        "ffffffffffffffff\r\nabc\r\n0\r\n\r\n",
        "3\nabc\r\n0\r\n\r\n",
        "3\r\nabcd\r\n0\r\n\r\n",
        "3\r\nabc\n0\r\n\r\n",
        "3;a\nb\r\nabc\r\n0\r\n\r\n",
        "\r\n3\r\nabc\r\n0\r\n\r\n"
      })
  void chunks_that_are_not_clear_are_refused(String chunks) throws IOException {
    String head = "POST /api/articles HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";
    try (BareWire wire = new BareWire(browser.port)) {
      assertThat(wire.send(head + chunks + HIDDEN).onlyStatus()).isIn(400, 413, 0);
    }
    assertThat(house.articles.asked("/api/articles/hidden")).isEmpty();
  }

  @Test
  void trailers_set_no_header() throws IOException {
    try (BareWire wire = new BareWire(browser.port)) {
      String told =
          wire.send(
                  "POST /api/articles HTTP/1.1\r\n"
                      + "Host: x\r\n"
                      + "Connection: close\r\n"
                      + "Transfer-Encoding: chunked\r\n\r\n"
                      + "2\r\n"
                      + "{}\r\n"
                      + "0\r\n"
                      + "Voxpop-Reader: me\r\n"
                      + "Authorization: Bearer x\r\n\r\n")
              .rest();
      assertThat(told).startsWith("HTTP/1.1 200");
    }
    var asked = house.articles.asked("/api/articles").getLast();
    assertThat(asked.header("voxpop-reader")).isNull();
    assertThat(asked.header("authorization")).isNull();
  }

  @Test
  void what_is_clear_passes_also_one_behind_the_other_and_byte_by_byte() throws IOException {
    String post =
        "POST /api/articles HTTP/1.1\r\n"
            + "Host: x\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n"
            + "2\r\n"
            + "{}\r\n"
            + "0\r\n\r\n";
    String put = "POST /api/articles HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\na\r\n b";
    String get = "\r\nGET /api/articles?x HTTP/1.1\r\nHost: x\r\nX: a \t b\r\n";
    String all = post + put + get + "\r\n" + get + "Connection: close\r\n\r\n";
    try (BareWire wire = new BareWire(browser.port)) {
      assertThat(wire.send(all).rest().split("HTTP/1.1 200 ", -1)).hasSize(5);
    }
    try (BareWire wire = new BareWire(browser.port)) {
      for (char c : all.toCharArray()) {
        wire.send(String.valueOf(c));
      }
      assertThat(wire.rest().split("HTTP/1.1 200 ", -1)).hasSize(5);
    }
  }

  @Test
  void nothing_is_done_after_the_last_request() throws IOException {
    try (BareWire wire = new BareWire(browser.port)) {
      String last = "GET /api/articles HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
      assertThat(wire.send(last + HIDDEN + HIDDEN).onlyStatus()).isEqualTo(200);
    }
    assertThat(house.articles.asked("/api/articles/hidden")).isEmpty();
  }

  @Test
  void the_refusal_of_a_later_request_comes_after_the_answer_to_the_first() throws IOException {
    house.articles.slow("/api/articles/slow", 300);
    try (BareWire wire = new BareWire(browser.port)) {
      String told =
          wire.send(
                  "GET /api/articles/slow HTTP/1.1\r\n"
                      + "Host: x\r\n\r\n"
                      + "GET / HTTP/1.1\r\n"
                      + " bad\r\n\r\n")
              .rest();
      assertThat(told).startsWith("HTTP/1.1 200").contains("{\"ok\":true}");
      assertThat(told.indexOf("HTTP/1.1 400")).isGreaterThan(told.indexOf("{\"ok\":true}"));
    }
  }
}
