package voxpop.gateway.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A large file of the program that is asked for now and then: only its gzip form is kept. */
final class Packed {
  private final byte[] gzip;

  private Packed(byte[] gzip) {
    this.gzip = gzip;
  }

  /**
   * The file with this name on the class path.
   *
   * @throws IllegalStateException if the program was built without it
   */
  static Packed of(String resource) {
    var zipped = new ByteArrayOutputStream();
    try (InputStream in = Packed.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("Missing from the program: " + resource);
      }
      try (var out = new GZIPOutputStream(zipped)) {
        in.transferTo(out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Packed(zipped.toByteArray());
  }

  /** The file as the request can take it; its media type is the caller's to set. */
  MutableHttpResponse<byte[]> answer(HttpRequest<?> request) {
    String accepted = request.getHeaders().get(HttpHeaders.ACCEPT_ENCODING);
    boolean zipped = accepted != null && accepted.contains("gzip");
    MutableHttpResponse<byte[]> response =
        HttpResponse.ok(zipped ? gzip : plain())
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    return zipped ? response.header(HttpHeaders.CONTENT_ENCODING, "gzip") : response;
  }

  private byte[] plain() {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of the content: another one after each change. */
  @Override
  public int hashCode() {
    return Arrays.hashCode(gzip);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Packed packed && Arrays.equals(gzip, packed.gzip);
  }
}
