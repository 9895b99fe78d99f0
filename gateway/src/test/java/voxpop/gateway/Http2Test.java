package voxpop.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways to make a server work for nothing over HTTP/2 (RFC 9113, 10.5), frame by frame. */
class Http2Test {
  private static final int DATA = 0;
  private static final int HEADERS = 1;
  private static final int RST_STREAM = 3;
  private static final int SETTINGS = 4;
  private static final int PING = 6;
  private static final int GOAWAY = 7;
  private static final int CONTINUATION = 9;
  private static final int END_STREAM = 1;
  private static final int END_HEADERS = 4;
  private static final int ENHANCE_YOUR_CALM = 11;
  private static final byte[] NOTHING = {};

  private static House house;
  private static Tls tls;
  private static Browser browser;

  @BeforeAll
  static void open() {
    house = new House();
    house.articles.on("(GET|POST) /api/.*", "{\"ok\":true}");
    tls = new Tls();
    browser = tls.gateway(house);
  }

  @AfterAll
  static void close() {
    house.close();
  }

  private static byte[] frame(int type, int flags, int stream, byte[] payload) {
    return ByteBuffer.allocate(9 + payload.length)
        .put((byte) (payload.length >> 16))
        .putShort((short) payload.length)
        .put((byte) type)
        .put((byte) flags)
        .putInt(stream)
        .put(payload)
        .array();
  }

  /** HPACK: what everybody has in the static table, and further fields spelled out. */
  private static byte[] head(String... fields) {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    block.writeBytes(new byte[] {(byte) 0x82, (byte) 0x87, (byte) 0x84, 0x41});
    string(block, "localhost");
    for (String field : fields) {
      block.write(0);
      string(block, field);
    }
    return block.toByteArray();
  }

  private static void string(ByteArrayOutputStream block, String text) {
    block.write(text.length());
    block.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static SSLSocket connection() throws IOException {
    SSLSocket socket = tls.connect(browser.port, "h2");
    assertThat(socket.getApplicationProtocol()).isEqualTo("h2");
    OutputStream out = socket.getOutputStream();
    out.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    out.write(frame(SETTINGS, 0, 0, NOTHING));
    return socket;
  }

  /** Sends frames until the other side has had enough, and answers how many it took. */
  private static int flood(SSLSocket socket, int most, IntFunction<byte[]> frames) {
    try {
      OutputStream out = socket.getOutputStream();
      for (int i = 0; i < most; i += 100) {
        ByteArrayOutputStream some = new ByteArrayOutputStream();
        for (int j = i; j < i + 100; j++) {
          some.writeBytes(frames.apply(j));
        }
        out.write(some.toByteArray());
        out.flush();
        // what comes back is looked at now and then only: GOAWAY may lie there
      }
      return most;
    } catch (IOException e) {
      return -1;
    }
  }

  /** The code of the GOAWAY that ends the connection; -1 if it ends without one. */
  private static int end(SSLSocket socket) {
    int code = -1;
    try {
      DataInputStream in = new DataInputStream(socket.getInputStream());
      while (true) {
        int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
        int type = in.readUnsignedByte();
        in.readUnsignedByte();
        in.readInt();
        byte[] payload = in.readNBytes(length);
        if (type == GOAWAY) {
          code = ByteBuffer.wrap(payload).getInt(4);
        }
      }
    } catch (java.net.SocketTimeoutException e) {
      throw new AssertionError("the connection was not ended", e);
    } catch (IOException e) {
      return code;
    }
  }

  @Test
  void opening_and_taking_back_again_and_again_ends_the_connection() throws IOException {
    try (SSLSocket socket = connection()) {
      byte[] cancel = ByteBuffer.allocate(4).putInt(8).array();
      flood(
          socket,
          5_000,
          i -> {
            int stream = 2 * i + 1;
            byte[] opened = frame(HEADERS, END_HEADERS | END_STREAM, stream, head());
            byte[] closed = frame(RST_STREAM, 0, stream, cancel);
            return ByteBuffer.allocate(opened.length + closed.length)
                .put(opened)
                .put(closed)
                .array();
          });
      assertThat(end(socket)).isIn(ENHANCE_YOUR_CALM, -1);
    }
    assertThat(browserAnswers()).isTrue();
  }

  @Test
  void a_head_that_is_continued_for_ever_ends_the_connection() throws IOException {
    try (SSLSocket socket = connection()) {
      socket.getOutputStream().write(frame(HEADERS, END_STREAM, 1, head()));
      flood(socket, 100_000, i -> frame(CONTINUATION, 0, 1, new byte[] {0, 1, 'x', 1, 'y'}));
      assertThat(end(socket)).isIn(ENHANCE_YOUR_CALM, -1);
    }
    try (SSLSocket socket = connection()) {
      socket.getOutputStream().write(frame(HEADERS, END_STREAM, 1, head()));
      flood(socket, 100_000, i -> frame(CONTINUATION, 0, 1, NOTHING));
      assertThat(end(socket)).isIn(ENHANCE_YOUR_CALM, -1);
    }
    assertThat(browserAnswers()).isTrue();
  }

  @Test
  void settings_and_pings_whose_answers_nobody_reads_end_the_connection() throws IOException {
    try (SSLSocket socket = connection()) {
      assertThat(flood(socket, 10_000_000, i -> frame(PING, 0, 0, new byte[8]))).isEqualTo(-1);
    }
    try (SSLSocket socket = connection()) {
      assertThat(flood(socket, 10_000_000, i -> frame(SETTINGS, 0, 0, NOTHING))).isEqualTo(-1);
    }
    assertThat(browserAnswers()).isTrue();
  }

  @Test
  void empty_data_for_ever_ends_the_connection() throws IOException {
    try (SSLSocket socket = connection()) {
      socket.getOutputStream().write(frame(HEADERS, END_HEADERS, 1, head()));
      flood(socket, 100_000, i -> frame(DATA, 0, 1, NOTHING));
      assertThat(end(socket)).isIn(ENHANCE_YOUR_CALM, -1);
    }
  }

  @Test
  void a_head_of_many_fields_is_refused() throws IOException {
    try (SSLSocket socket = connection()) {
      String[] fields = new String[400];
      for (int i = 0; i < fields.length; i += 2) {
        fields[i] = "x-" + i;
        fields[i + 1] = "y".repeat(100);
      }
      byte[] block = head(fields);
      OutputStream out = socket.getOutputStream();
      out.write(frame(HEADERS, END_STREAM, 1, java.util.Arrays.copyOf(block, 16_000)));
      out.write(
          frame(
              CONTINUATION,
              END_HEADERS,
              1,
              java.util.Arrays.copyOfRange(block, 16_000, block.length)));
      out.flush();
      assertThat(firstStatusOrReset(socket)).isNotEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "transfer-encoding=chunked",
        "connection=close",
        "Upper-Case=x",
        "x=a\r\nvoxpop-reader: me",
        "x\r\ny=z",
        ":path=/other",
        "content-length=5",
        "content-length=x",
        "host=a\u0000b",
        " x=y"
      })
  void fields_that_mean_something_else_in_http_1_go_no_further(String field) throws IOException {
    int before = house.articles.asked.size();
    try (SSLSocket socket = connection()) {
      byte[] block = head(field.split("=", 2));
      OutputStream out = socket.getOutputStream();
      out.write(frame(HEADERS, END_HEADERS | END_STREAM, 1, block));
      out.flush();
      assertThat(firstStatusOrReset(socket)).isNotIn(200, 302);
    }
    assertThat(house.articles.asked.stream().skip(before))
        .noneMatch(asked -> asked.header("voxpop-reader") != null);
  }

  /** 200 or so for an answer, 0 when the stream or the connection is ended instead. */
  private static int firstStatusOrReset(SSLSocket socket) {
    try {
      DataInputStream in = new DataInputStream(socket.getInputStream());
      while (true) {
        int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
        int type = in.readUnsignedByte();
        in.readUnsignedByte();
        in.readInt();
        byte[] payload = in.readNBytes(length);
        if (type == RST_STREAM || type == GOAWAY) {
          return 0;
        }
        if (type == HEADERS) {
          return status(payload);
        }
      }
    } catch (IOException e) {
      return 0;
    }
  }

  /** The first field of an answer is its status: of the static table, or spelled out. */
  private static int status(byte[] block) {
    int first = block[0] & 0xff;
    int[] known = {200, 204, 206, 304, 400, 404, 500};
    if (first >= 0x88 && first <= 0x8e) {
      return known[first - 0x88];
    }
    // a table size update may come first; what follows is spelled out, and none of the above
    return 1;
  }

  private static boolean browserAnswers() throws IOException {
    try (SSLSocket socket = connection()) {
      OutputStream out = socket.getOutputStream();
      out.write(frame(HEADERS, END_HEADERS | END_STREAM, 1, head()));
      out.flush();
      return firstStatusOrReset(socket) != 0;
    }
  }
}
