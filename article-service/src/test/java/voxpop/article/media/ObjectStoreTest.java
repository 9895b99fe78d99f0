package voxpop.article.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.exceptions.ConfigurationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

/** Pictures in an object store, against a server that speaks S3. */
class ObjectStoreTest {
  @TempDir static Path folder;
  private static ObjectStoreServer server;

  @BeforeAll
  static void start() throws IOException {
    server = new ObjectStoreServer(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static ObjectStore store(String prefix) {
    return new ObjectStore(settings(prefix, server.settings().get("voxpop.media.secret-key")));
  }

  private static ObjectStoreSettings settings(String prefix, String secret) {
    Map<String, String> told = server.settings();
    return new ObjectStoreSettings(
        told.get("voxpop.media.bucket"),
        prefix,
        told.get("voxpop.media.endpoint"),
        "us-east-1",
        told.get("voxpop.media.access-key"),
        secret);
  }

  @Test
  void what_was_put_comes_back_byte_for_byte() throws Exception {
    ObjectStore store = store("a/");
    byte[] bytes = new byte[300_000];
    new java.util.Random(5).nextBytes(bytes);
    store.put("1f/1f00/640.jpg", bytes);
    store.put("1f/1f00/640.jpg", bytes);
    MediaStore.Stored stored = store.open("1f/1f00/640.jpg").orElseThrow();
    assertThat(stored.length()).isEqualTo(bytes.length);
    try (var in = stored.bytes()) {
      assertThat(in.readAllBytes()).isEqualTo(bytes);
    }
    assertThat(store.open("1f/1f00/641.jpg")).isEmpty();
    try (S3Client client = server.client()) {
      assertThat(client.listObjectsV2(q -> q.bucket(ObjectStoreServer.BUCKET)).contents())
          .anyMatch(object -> object.key().equals("a/1f/1f00/640.jpg"));
    }
  }

  @Test
  void a_store_that_has_a_name_keeps_it() throws Exception {
    ObjectStore store = store("b/");
    assertThat(store.identifier()).isEmpty();
    assertThat(store.claim("first")).isEqualTo("first");
    assertThat(store.claim("second")).isEqualTo("first");
    assertThat(store("b/").identifier()).contains("first");
    assertThat(store("other/").identifier()).isEmpty();
  }

  @Test
  void a_wrong_key_and_a_store_that_is_away_are_told_apart_from_a_picture_that_is_not_there()
      throws Exception {
    ObjectStore wrong = new ObjectStore(settings("a/", "another-key"));
    assertThatThrownBy(() -> wrong.open("1f/1f00/1.jpg"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("the object store answers");
    ObjectStore store = store("c/");
    server.stop();
    try {
      assertThatThrownBy(() -> store.put("x", "y".getBytes(StandardCharsets.US_ASCII)))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("the object store is away");
    } finally {
      server.start();
    }
    store.put("x", "y".getBytes(StandardCharsets.US_ASCII));
    assertThat(store.open("x")).isPresent();
  }

  @Test
  void a_missing_key_is_named() {
    assertThatThrownBy(() -> new ObjectStore(settings("", " ")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("VOXPOP_MEDIA_SECRET_KEY is missing");
  }
}
