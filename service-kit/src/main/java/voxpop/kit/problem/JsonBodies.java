package voxpop.kit.problem;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.type.Argument;
import io.micronaut.core.type.Headers;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.body.MessageBodyReader;
import io.micronaut.http.codec.CodecException;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.JsonSyntaxException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON that our controllers take. The framework's own reader forgets the text once it is
 * read, and with it in which field a value of the wrong type stood.
 */
@Singleton
@Order(-100) // before the framework's
@Consumes(MediaType.APPLICATION_JSON)
class JsonBodies<T> implements MessageBodyReader<T> {
  private static final String OURS = "voxpop.";

  private final JsonMapper json;

  JsonBodies(JsonMapper json) {
    this.json = json;
  }

  @Override
  public boolean isReadable(Argument<T> type, @Nullable MediaType mediaType) {
    return type.getAnnotationMetadata().hasAnnotation(Body.class)
        && type.getType().getName().startsWith(OURS);
  }

  @Override
  public @Nullable T read(
      Argument<T> type, @Nullable MediaType mediaType, Headers headers, InputStream in) {
    byte[] text = bytes(in);
    try {
      return json.readValue(text, type);
    } catch (JsonSyntaxException e) {
      throw new CodecException("No JSON", e);
    } catch (IOException e) {
      IOException told =
          JsonPlace.named(String.valueOf(e.getMessage()), text)
              .<IOException>map(field -> new Misplaced(field, e))
              .orElse(e);
      throw new CodecException("Not the JSON that is expected", told);
    }
  }

  private static byte[] bytes(InputStream in) {
    try {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new CodecException("The body ends early", e);
    }
  }

  /** A value of the wrong type, and where it stands. */
  static final class Misplaced extends IOException {
    private static final long serialVersionUID = 1;

    private final String field;

    Misplaced(String field, IOException cause) {
      super(cause.getMessage(), cause);
      this.field = field;
    }

    String field() {
      return field;
    }
  }
}
