package voxpop.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micronaut.context.exceptions.ConfigurationException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.security.cert.Certificate;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** TLS at the door itself, HTTP/2 with it. */
class TlsTest {
  private static House house;
  private static Tls tls;
  private static Browser browser;

  @BeforeAll
  static void open() {
    house = new House();
    house.site("https://localhost");
    house.articles.on("(GET|POST|PUT) /api/.*", "{\"ok\":true}");
    tls = new Tls();
    browser = tls.gateway(house, "voxpop.gateway.wire.text-bytes", "50000");
  }

  @AfterAll
  static void close() {
    house.close();
  }

  private static HttpResponse<String> get(HttpClient.Version version, String path)
      throws Exception {
    return send(version, HttpRequest.newBuilder(at(path)));
  }

  private static URI at(String path) {
    return URI.create("https://localhost:" + browser.port + path);
  }

  private static HttpResponse<String> send(HttpClient.Version version, HttpRequest.Builder request)
      throws Exception {
    try (HttpClient client =
        HttpClient.newBuilder().version(version).sslContext(tls.trust()).build()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  @Test
  void a_browser_speaks_what_it_can() throws Exception {
    for (HttpClient.Version version : HttpClient.Version.values()) {
      var page = get(version, "/de/hallo-welt");
      assertThat(page.version()).isEqualTo(version);
      assertThat(page.body()).contains("Hallo Welt");
      assertThat(page.headers().firstValue("Strict-Transport-Security"))
          .contains("max-age=31536000");
      assertThat(page.headers().firstValue("X-Request-Id").orElseThrow()).hasSize(32);
      assertThat(page.headers().firstValue("Voxpop-Route")).isEmpty();
      var api = get(version, "/api/articles?x=1");
      assertThat(api.body()).isEqualTo("{\"ok\":true}");
      assertThat(api.headers().firstValue("RateLimit")).isPresent();
      assertThat(house.articles.asked("/api/articles").getLast().header("x-request-id"))
          .isEqualTo(api.headers().firstValue("X-Request-Id").orElseThrow());
    }
  }

  @Test
  void a_body_has_its_limit_in_http_2_as_well() throws Exception {
    for (int size : new int[] {49_000, 60_000}) {
      byte[] body = new byte[size];
      var told =
          send(
              HttpClient.Version.HTTP_2,
              HttpRequest.newBuilder(at("/api/articles"))
                  .header("Content-Type", "application/json")
                  // no length is told
                  .POST(
                      HttpRequest.BodyPublishers.fromPublisher(
                          HttpRequest.BodyPublishers.ofByteArray(body))));
      assertThat(told.version()).isEqualTo(HttpClient.Version.HTTP_2);
      assertThat(told.statusCode()).isEqualTo(size > 50_000 ? 413 : 200);
    }
  }

  @Test
  void there_is_no_way_in_without_tls() throws IOException {
    try (BareWire wire = new BareWire(browser.port)) {
      assertThat(wire.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n").rest()).doesNotContain("HTTP/1.1");
    }
  }

  @Test
  void old_versions_are_refused() {
    assertThatThrownBy(
            () -> {
              try (SSLSocket socket =
                  (SSLSocket)
                      tls.trust().getSocketFactory().createSocket("localhost", browser.port)) {
                socket.setEnabledProtocols(new String[] {"TLSv1.1"});
                socket.startHandshake();
              }
            })
        .isInstanceOfAny(SSLException.class, IllegalArgumentException.class);
  }

  private static Certificate shown() throws IOException {
    try (SSLSocket socket = tls.connect(browser.port, "http/1.1")) {
      return socket.getSession().getPeerCertificates()[0];
    }
  }

  @Test
  void a_new_certificate_counts_without_a_restart_and_a_broken_one_does_not() throws IOException {
    Certificate first = shown();
    Files.writeString(tls.chain, "-----BEGIN CERTIFICATE-----\nnonsense\n");
    await().during(java.time.Duration.ofMillis(600)).until(() -> shown().equals(first));
    tls.renew();
    await()
        .ignoreExceptions()
        .untilAsserted(() -> assertThat(shown()).isNotNull().isNotEqualTo(first));
  }

  @Test
  void a_missing_file_stops_the_start_with_its_name() throws IOException {
    House own = new House();
    try {
      assertThatThrownBy(() -> own.gateway("voxpop.tls.enabled", "true"))
          .rootCause()
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("VOXPOP_TLS_CERTIFICATE");
    } finally {
      own.close();
    }
  }
}
