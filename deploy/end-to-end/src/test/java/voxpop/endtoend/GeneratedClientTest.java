package voxpop.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import voxpop.kit.test.Http;

/** What others make of the document: a validator, a generator of clients, and TypeScript. */
class GeneratedClientTest {
  private static final Path SOURCE = Path.of("src", "test", "client");
  private static final Path CLIENT = Path.of("target", "client").toAbsolutePath();

  @Test
  void a_client_generated_from_the_document_compiles_and_drives_the_platform() throws Exception {
    RealPart.needed("node");
    Path npm = RealPart.needed("npm");
    Platform platform = Platform.get();
    Http visitor = platform.http();
    Files.createDirectories(CLIENT);
    try (var files = Files.list(SOURCE)) {
      for (Path file : files.toList()) {
        Files.copy(file, CLIENT.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Files.writeString(CLIENT.resolve("openapi.json"), visitor.get("/api/openapi.json").body());

    run(npm.toString(), "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline");
    var valid = new FutureTask<>(() -> run(npm.toString(), "run", "--silent", "valid"));
    Thread.ofVirtual().start(valid); // takes as long as the rest
    run(npm.toString(), "run", "--silent", "generate");
    run(npm.toString(), "run", "--silent", "compile");
    String told =
        run(
            "node",
            "compiled/drive.js",
            platform.address().toString(),
            platform.mail(),
            platform.password());
    valid.get();

    @SuppressWarnings("unchecked")
    Map<String, Object> done = JsonMapper.createDefault().readValue(told, Map.class);
    assertThat(done).containsEntry("count", 1).containsEntry("total", 1).containsEntry("depth", 0);
    Http.Answer thread = visitor.get("/api/comments?article=" + done.get("article"));
    assertThat(thread.text("items/0/id")).isEqualTo(done.get("comment"));
    assertThat(thread.text("items/0/html")).contains("<em>program</em>");
  }

  private static String run(String... command) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(command));
    Path out = Files.createTempFile(CLIENT, "out", ".txt");
    Path err = Files.createTempFile(CLIENT, "err", ".txt");
    Process process =
        new ProcessBuilder(words)
            .directory(CLIENT.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    boolean ended = process.waitFor(3, TimeUnit.MINUTES);
    process.destroy();
    assertThat(ended && process.exitValue() == 0)
        .as(
            "%s\n%s\n%s",
            words.subList(0, Math.min(4, words.size())),
            Files.readString(out),
            Files.readString(err))
        .isTrue();
    return Files.readString(out);
  }
}
