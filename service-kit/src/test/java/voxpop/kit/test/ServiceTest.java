package voxpop.kit.test;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.TestInstance;
import voxpop.kit.caller.HouseHeaders;
import voxpop.local.Ports;

/**
 * Base of a service's tests: real HTTP, a schema of its own in a real database, secrets and keys. A
 * subclass is annotated {@code @MicronautTest(transactional = false)} and may add settings in
 * {@link #settings}.
 *
 * <p>{@code http} speaks as the gateway does; sign in with {@code
 * http.as(TestTokens.of(Role.EDITOR))}, be a reader with {@code http.reader("r1")}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ServiceTest implements TestPropertyProvider {
  /** What the gateway shows in tests. */
  public static final String GATEWAY_SECRET = "gateway-secret-gateway-secret-gateway";

  /** What this service shows in tests. */
  public static final String OWN_SECRET = "own-secret-own-secret-own-secret-own-secret";

  @Inject protected EmbeddedServer server;

  protected Http http;

  @Inject
  void connect(EmbeddedServer server) {
    http = new Http(server.getURI(), Map.of(HouseHeaders.INTERNAL, GATEWAY_SECRET));
  }

  @Override
  public final Map<String, String> getProperties() {
    Map<String, String> settings = new HashMap<>(TestDatabase.get().freshSchema());
    settings.put("micronaut.server.port", "0");
    settings.put("endpoints.all.port", "" + Ports.free());
    settings.put("voxpop.internal.secret", OWN_SECRET);
    settings.put("voxpop.internal.accept.gateway", GATEWAY_SECRET);
    settings.put("voxpop.internal.accept.article-service", OWN_SECRET);
    settings.put("voxpop.internal.accept.comment-service", OWN_SECRET);
    settings.put("voxpop.internal.accept.translation-service", OWN_SECRET);
    settings.put("voxpop.signing-key", TestTokens.KEY.toJSONString());
    settings.put("voxpop.challenge-key", "dGVzdC1jaGFsbGVuZ2Uta2V5LXRlc3QtY2hhbGxlbmdl");
    settings.put("voxpop.test.keys", "true");
    settings.put("voxpop.access-log", "off");
    // there is no door here, which would let hundreds in by turns
    settings.put("voxpop.load.at-once", "1000");
    settings.put("voxpop.leaving.drain", "0s");
    settings.put("voxpop.leaving.finish", "1s");
    settings.putAll(settings());
    return settings;
  }

  /** Settings of this test class beyond those that all have. */
  protected Map<String, String> settings() {
    return Map.of();
  }
}
