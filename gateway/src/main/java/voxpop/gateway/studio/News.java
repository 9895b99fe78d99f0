package voxpop.gateway.studio;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.uri.UriBuilder;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.client.Author;
import voxpop.gateway.client.Calls;
import voxpop.gateway.client.Refused;
import voxpop.gateway.client.Tagged;
import voxpop.gateway.client.TranslationService;
import voxpop.gateway.client.Unavailable;
import voxpop.gateway.client.Visitor;

/** What a translator has not seen yet. */
@Singleton
class News {
  private static final String STALE = "/api/translations/stale";

  private final Calls calls;

  News(TranslationService translations) {
    this.calls = translations.calls();
  }

  /** How many sentences; 0 also while that can't be had, for it stands on every page. */
  int unseen(Visitor visitor) {
    return translates(visitor) ? stale(visitor, 0, null).unseen() : 0;
  }

  /** What went stale, the newest first; nothing while that can't be had. */
  StaleSentence.Stack stale(Visitor visitor, int limit, @Nullable String after) {
    if (!translates(visitor)) return StaleSentence.Stack.NONE;
    UriBuilder uri = UriBuilder.of(STALE).queryParam("limit", limit);
    if (after != null) uri.queryParam("after", after);
    try {
      return calls
          .get(uri.build().toString(), visitor, StaleSentence.Stack.class)
          .map(Tagged::value)
          .orElse(StaleSentence.Stack.NONE);
    } catch (Unavailable | Refused away) {
      return StaleSentence.Stack.NONE;
    }
  }

  /** From now on only what comes later is new. */
  void seen(Visitor visitor, StaleSentence.Stack shown) {
    if (shown.unseen() == 0) return;
    try {
      calls.send(HttpMethod.PUT, STALE + "/seen", visitor, Map.of("newest", shown.newest()));
    } catch (Unavailable | Refused away) {
      // it is new once more the next time
    }
  }

  private static boolean translates(Visitor visitor) {
    Author author = visitor.signedIn();
    return author != null && author.roles().contains("translator") && !author.languages().isEmpty();
  }
}
