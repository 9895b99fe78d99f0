package voxpop.kit.feed;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One change as the feed tells it: a CloudEvent (CloudEvents 1.0, JSON format) as HTTP Feeds uses
 * it.
 *
 * @param id the position in its feed; opaque to readers
 * @param source the service's name with a slash before it
 * @param method {@code DELETE} when the subject is no more; absent otherwise
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Change(
    String specversion,
    String id,
    String source,
    String type,
    Instant time,
    String subject,
    @Nullable String method,
    String datacontenttype,
    Map<String, Object> data) {

  static Change of(
      String id,
      String program,
      String type,
      Instant time,
      String subject,
      boolean removal,
      Map<String, Object> data) {
    return new Change(
        "1.0",
        id,
        "/" + program,
        type,
        time,
        subject,
        removal ? "DELETE" : null,
        "application/json",
        data);
  }

  /** Whether the subject is no more. */
  @JsonIgnore
  public boolean isRemoval() {
    return "DELETE".equals(method);
  }

  /** A value of the data as a string; an absent one is an error of the writer. */
  public String text(String key) {
    Object value = data.get(key);
    if (value == null) {
      throw new IllegalStateException(type + " " + id + " lacks " + key);
    }
    return value.toString();
  }
}
