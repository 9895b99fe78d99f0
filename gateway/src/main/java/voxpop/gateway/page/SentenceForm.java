package voxpop.gateway.page;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** What somebody typed as a better translation, so that nothing is ever lost. */
@Serdeable
@Introspected
public record SentenceForm(
    @Nullable String text,
    @Nullable String website,
    @Nullable String url2,
    @Nullable String token,
    @Nullable String answer) {
  static final SentenceForm EMPTY = new SentenceForm(null, null, null, null, null);

  /** The field as it was filled, at first with what stands there. */
  SentenceForm over(String shown) {
    return text == null ? new SentenceForm(shown, website, url2, token, answer) : this;
  }
}
