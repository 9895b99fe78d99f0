package voxpop.article.media;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.awaitility.Awaitility;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import voxpop.local.Ports;

/** A real server that speaks S3 and checks its signatures: S3Proxy, as a process of its own. */
final class ObjectStoreServer implements AutoCloseable {
  static final String BUCKET = "voxpop";
  private static final String ACCESS = "article-service";
  private static final String SECRET = "a-key-that-signs-requests-in-tests";
  private static final Path PROGRAM =
      Path.of("target/object-store/s3proxy-2.7.0-jar-with-dependencies.jar");

  private final URI address;
  private Process process;
  private final Path settings;

  ObjectStoreServer(Path folder) throws IOException {
    address = URI.create("http://127.0.0.1:" + Ports.free());
    Path data = Files.createDirectories(folder.resolve("data"));
    Properties properties = new Properties();
    properties.putAll(
        Map.of(
            "s3proxy.endpoint",
            address.toString(),
            "s3proxy.authorization",
            "aws-v2-or-v4",
            "s3proxy.identity",
            ACCESS,
            "s3proxy.credential",
            SECRET,
            "jclouds.provider",
            "filesystem-nio2",
            "jclouds.identity",
            "none",
            "jclouds.credential",
            "none",
            "jclouds.filesystem.basedir",
            data.toString()));
    settings = folder.resolve("s3proxy.conf");
    try (var out = Files.newBufferedWriter(settings)) {
      properties.store(out, null);
    }
    start();
    try (S3Client client = client()) {
      client.createBucket(bucket -> bucket.bucket(BUCKET));
    }
  }

  void start() throws IOException {
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                PROGRAM.toString(),
                "--properties",
                settings.toString())
            .redirectErrorStream(true)
            .redirectOutput(new File(settings.getParent().toFile(), "log"))
            .start();
    Awaitility.await().atMost(Duration.ofSeconds(60)).until(this::answers);
  }

  /** What an article-service is told of it. */
  Map<String, String> settings() {
    return Map.of(
        "voxpop.media.bucket", BUCKET,
        "voxpop.media.prefix", "pictures/",
        "voxpop.media.endpoint", address.toString(),
        "voxpop.media.access-key", ACCESS,
        "voxpop.media.secret-key", SECRET);
  }

  S3Client client() {
    return S3Client.builder()
        .endpointOverride(address)
        .forcePathStyle(true)
        .region(Region.US_EAST_1)
        .httpClient(ApacheHttpClient.create())
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS, SECRET)))
        .build();
  }

  private boolean answers() {
    try (HttpClient http = HttpClient.newHttpClient()) {
      http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding());
      return true;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  void stop() {
    process.destroy();
    process.onExit().join();
  }

  @Override
  public void close() {
    stop();
  }
}
