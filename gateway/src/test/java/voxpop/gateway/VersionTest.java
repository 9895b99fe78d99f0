package voxpop.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import voxpop.local.Ports;

class VersionTest {
  private static final House HOUSE = new House();

  @AfterAll
  static void close() {
    HOUSE.close();
  }

  @Test
  void the_door_tells_what_runs_and_so_does_the_management_port() throws Exception {
    int management = Ports.free();
    Browser reader = HOUSE.gateway("endpoints.all.port", "" + management);

    String told = reader.get("/version").body();

    assertThat(told)
        .contains("\"program\":\"gateway\"")
        .contains("\"version\":\"1.0.0")
        .containsPattern("\"commit\":\"([0-9a-f]{40}|unknown)\"")
        .containsPattern("\"time\":\"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ\"")
        .contains("\"java\":\"" + Runtime.version() + "\"");
    assertThat(ask("http://127.0.0.1:" + management + "/version").body()).isEqualTo(told);
  }

  @Test
  void an_operator_may_keep_it_to_the_management_port() throws Exception {
    int management = Ports.free();
    Browser reader =
        HOUSE.gateway(
            "endpoints.all.port", "" + management, "voxpop.gateway.tell-version", "false");

    assertThat(reader.get("/version").statusCode()).isEqualTo(404);
    assertThat(ask("http://127.0.0.1:" + management + "/version").statusCode()).isEqualTo(200);
  }

  private static HttpResponse<String> ask(String address) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(address)).build(),
            HttpResponse.BodyHandlers.ofString());
  }
}
