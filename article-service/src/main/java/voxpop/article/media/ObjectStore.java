package voxpop.article.media;

import io.micronaut.context.annotation.Requires;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Files in a bucket of an S3-compatible object store. */
@Singleton
@Requires(beans = ObjectStoreSettings.class)
class ObjectStore implements MediaStore {
  private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(2);

  /** For one try at 20 megabytes, the most that a picture has; a reader gives up before. */
  private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(10);

  /** For all tries together. */
  private static final Duration DONE_WITHIN = Duration.ofSeconds(25);

  private static final int PRECONDITION_FAILED = 412;
  private static final int CONFLICT = 409;

  private final ObjectStoreSettings settings;
  private final S3Client store;

  ObjectStore(ObjectStoreSettings settings) {
    this.settings = settings;
    ObjectStoreSettings.Keys keys = settings.keys();
    S3ClientBuilder client =
        S3Client.builder()
            .region(Region.of(settings.region()))
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(keys.access(), keys.secret())))
            .httpClient(
                ApacheHttpClient.builder()
                    .connectionTimeout(CONNECTS_WITHIN)
                    .socketTimeout(ANSWERS_WITHIN)
                    .build())
            .overrideConfiguration(
                o -> o.apiCallAttemptTimeout(ANSWERS_WITHIN).apiCallTimeout(DONE_WITHIN))
            // Amazon's own additions, which other stores don't know
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
    String endpoint = settings.endpoint();
    if (endpoint != null && !endpoint.isBlank()) {
      // a bucket's name as a part of the host would need a name server that knows it
      client.endpointOverride(URI.create(endpoint)).forcePathStyle(true);
    }
    this.store = client.build();
  }

  @Override
  public void put(String key, byte[] bytes) throws IOException {
    call(
        () ->
            store.putObject(
                request -> request.bucket(settings.bucket()).key(settings.prefix() + key),
                RequestBody.fromBytes(bytes)));
  }

  @Override
  public Optional<Stored> open(String key) throws IOException {
    try {
      ResponseInputStream<GetObjectResponse> object =
          call(
              () ->
                  store.getObject(
                      request -> request.bucket(settings.bucket()).key(settings.prefix() + key)));
      return Optional.of(new Stored(object, object.response().contentLength()));
    } catch (NoSuchKeyException absent) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<String> identifier() throws IOException {
    Optional<Stored> carried = open(IDENTIFIER);
    if (carried.isEmpty()) {
      return Optional.empty();
    }
    try (var bytes = carried.get().bytes()) {
      return Optional.of(new String(bytes.readAllBytes(), StandardCharsets.US_ASCII).strip());
    }
  }

  /**
   * A conditional write (If-None-Match, RFC 9110): the store itself refuses the second one. Some
   * stores don't know the condition, so it is looked first.
   */
  @Override
  public String claim(String identifier) throws IOException {
    Optional<String> carried = identifier();
    if (carried.isPresent()) {
      return carried.get();
    }
    try {
      call(
          () ->
              store.putObject(
                  request ->
                      request
                          .bucket(settings.bucket())
                          .key(settings.prefix() + IDENTIFIER)
                          .contentType("text/plain")
                          .ifNoneMatch("*"),
                  RequestBody.fromString(identifier + "\n")));
    } catch (S3Exception refused) {
      if (refused.statusCode() != PRECONDITION_FAILED && refused.statusCode() != CONFLICT) {
        throw refused;
      }
    }
    return identifier().orElseThrow(() -> new IOException(IDENTIFIER + " is not there"));
  }

  @Override
  public String place() {
    return "the bucket " + settings.bucket() + "/" + settings.prefix();
  }

  @PreDestroy
  void close() {
    store.close();
  }

  /** An answer that says no is the caller's; a store that is away is an {@link IOException}. */
  private static <T> T call(Callable<T> request) throws IOException {
    try {
      return request.call();
    } catch (NoSuchKeyException absent) {
      throw absent;
    } catch (S3Exception answered) {
      if (answered.statusCode() == PRECONDITION_FAILED || answered.statusCode() == CONFLICT) {
        throw answered;
      }
      throw new IOException("the object store answers " + answered.getMessage(), answered);
    } catch (SdkException away) {
      throw new IOException("the object store is away: " + away.getMessage(), away);
    } catch (Exception e) {
      throw new IOException(e);
    }
  }
}
