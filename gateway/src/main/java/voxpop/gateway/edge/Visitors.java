package voxpop.gateway.edge;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.client.Trade;
import voxpop.gateway.client.Visitor;

/**
 * Makes the {@link Visitor} of a request, once. May call article-service to trade a session: not
 * for the event loop.
 */
@Singleton
public class Visitors {
  private static final String KNOWN = "voxpop.visitor";
  private static final String BEARER = "Bearer ";

  private final ReaderCookie readers;
  private final Networks networks;
  private final Sessions sessions;

  Visitors(ReaderCookie readers, Networks networks, Sessions sessions) {
    this.readers = readers;
    this.networks = networks;
    this.sessions = sessions;
  }

  /** Who this is. */
  public Visitor of(HttpRequest<?> request) {
    return known(request).orElseGet(() -> remember(request, readers.of(request).orElse(null)));
  }

  /** Who this is, who writes now: a reader from here on. */
  public Visitor writing(HttpRequest<?> request) {
    return remember(request, readers.forWrite(request));
  }

  static Optional<Visitor> known(HttpRequest<?> request) {
    return request.getAttribute(KNOWN, Visitor.class);
  }

  private Visitor remember(HttpRequest<?> request, @Nullable String reader) {
    Visitor visitor = visitor(request, reader);
    request.setAttribute(KNOWN, visitor);
    return visitor;
  }

  private Visitor visitor(HttpRequest<?> request, @Nullable String reader) {
    String network = networks.of(request);
    String languages = request.getHeaders().get(HttpHeaders.ACCEPT_LANGUAGE);
    String bearer = bearer(request);
    if (bearer != null) {
      return new Visitor(reader, network, bearer, null, null, languages);
    }
    return sessions
        .of(request)
        .map(t -> signedIn(t, reader, network, languages))
        .orElseGet(() -> new Visitor(reader, network, null, null, null, languages));
  }

  private static Visitor signedIn(
      Trade trade, @Nullable String reader, String network, @Nullable String languages) {
    String chosen = trade.language();
    String wanted = chosen == null || languages == null ? chosen : chosen + "," + languages;
    return new Visitor(
        reader,
        network,
        trade.token(),
        trade.author(),
        trade.session(),
        wanted == null ? languages : wanted);
  }

  static @Nullable String bearer(HttpRequest<?> request) {
    String value = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
    return value != null && value.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? value.substring(BEARER.length()).strip()
        : null;
  }
}
