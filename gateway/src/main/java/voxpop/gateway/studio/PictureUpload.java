package voxpop.gateway.studio;

import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.http.client.multipart.MultipartBody;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.client.Problem;
import voxpop.gateway.client.Visitor;

/** Passes a picture on to article-service, for browsers that run no script. */
@Singleton
class PictureUpload {
  private final HttpClient http;

  PictureUpload(@Client("article-service") HttpClient http) {
    this.http = http;
  }

  /** Empty when it was taken, else why not. */
  Optional<Problem> send(
      Visitor visitor, String name, byte[] bytes, String alt, @Nullable String caption) {
    var body =
        MultipartBody.builder()
            .addPart("file", name, MediaType.APPLICATION_OCTET_STREAM_TYPE, bytes)
            .addPart("alt", alt);
    if (caption != null) {
      body.addPart("caption", caption);
    }
    MutableHttpRequest<?> request =
        HttpRequest.POST("/api/media", body.build())
            .contentType(MediaType.MULTIPART_FORM_DATA_TYPE);
    String token = visitor.token();
    if (token != null) {
      request.bearerAuth(token);
    }
    try {
      http.toBlocking().exchange(request, Argument.STRING, Argument.of(Problem.class));
      return Optional.empty();
    } catch (HttpClientResponseException e) {
      return Optional.of(
          e.getResponse()
              .getBody(Problem.class)
              .orElseGet(
                  () ->
                      new Problem(null, e.getMessage(), e.getStatus().getCode(), null, List.of())));
    }
  }
}
