package voxpop.gateway;

import static org.awaitility.Awaitility.await;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.graceful.GracefulShutdownManager;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import voxpop.gateway.StandIn.Told;
import voxpop.local.Ports;

/**
 * Three stand-ins for the services and as many gateways as a test wants, all of them over real
 * HTTP.
 */
final class House implements AutoCloseable {
  static final String ARTICLE = "01890a5d-ac96-774b-bcce-b302099a8057";
  static final String OTHER = "01890a5d-ac96-774b-bcce-b302099a8058";
  static final String COMMENT = "01890a5d-ac96-774b-bcce-b302099a8059";

  static final String COUNT = "/api/articles/" + ARTICLE + "/recommendation";

  final StandIn articles = new StandIn("article-service");
  final StandIn comments = new StandIn("comment-service");
  final StandIn translations = new StandIn("translation-service");
  private final List<EmbeddedServer> gateways = new ArrayList<>();

  House() {
    site("http://localhost:8080");
    page("de", "hallo-welt", "Hallo Welt", 1);
    articles.on("GET /listings/(de|en)", LISTING);
    discussion(0, "");
  }

  /** A further door of the house. */
  Browser gateway(Object... settings) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("micronaut.server.port", "0");
    properties.put("voxpop.access-log", "off");
    properties.put("endpoints.all.port", "" + Ports.free());
    properties.put("voxpop.internal.secret", "gateway-secret-of-32-characters-or-so");
    properties.put("voxpop.leaving.finish", "1s");
    properties.put("voxpop.gateway.key", "the-key-of-all-gateways-of-this-house-1");
    for (StandIn service : List.of(articles, comments, translations)) {
      properties.put("micronaut.http.services." + service.name + ".urls", service.address());
    }
    for (int i = 0; i < settings.length; i += 2) {
      properties.put((String) settings[i], settings[i + 1]);
    }
    EmbeddedServer server = ApplicationContext.run(EmbeddedServer.class, properties, "test");
    gateways.add(server);
    return new Browser(server.getPort());
  }

  /** One that has heard both feeds: only from its first word on is a feed not silent. */
  Browser attentiveGateway() {
    Browser browser = gateway();
    await().until(() -> articles.feedPolls() > 1 && comments.feedPolls() > 1);
    return browser;
  }

  /** A part of the last gateway that was opened. */
  <T> T part(Class<T> type) {
    return gateways.getLast().getApplicationContext().getBean(type);
  }

  /** Closes one of the doors when those inside have what they asked for. */
  void stop(Browser gateway) {
    gateways.removeIf(
        server -> {
          boolean meant = server.getPort() == gateway.port;
          if (meant) {
            server
                .getApplicationContext()
                .getBean(GracefulShutdownManager.class)
                .shutdownGracefully()
                .toCompletableFuture()
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
            server.close();
          }
          return meant;
        });
  }

  void site(String address) {
    articles.on(
        "GET /site",
        """
        {"name":"Stadtgespräch","tagline":"Was hier los ist","address":"%s","language":"de",
         "languages":["de","en","fi"],"timeZone":"Europe/Berlin","machineEditions":"reviewed","comments":"open","version":1}\
        """
            .formatted(address));
  }

  void page(String language, String slug, String title, int recommendations) {
    articles.on(
        "GET /pages/" + language + "/" + slug, pageJson(language, slug, title, recommendations));
    recommended(recommendations);
  }

  /** The count alone, as it is asked for when nothing else has changed. */
  void recommended(int count) {
    articles.on("GET " + COUNT, "{\"count\":" + count + ",\"recommended\":false}");
  }

  /** Tells that the count of the article changed. */
  void countChanged(int count) {
    articles.tell(
        "voxpop.recommendations",
        ARTICLE + "/recommendations",
        "{\"article\":\"" + ARTICLE + "\",\"count\":" + count + "}");
  }

  static String pageJson(String language, String slug, String title, int recommendations) {
    return """
    {"state":"found","page":{"article":"%s","language":"%s","dir":"ltr","slug":"%s","title":"%s",
     "summary":"Kurz gesagt.","html":"<p>Ein Absatz.</p>","origin":"original","status":"current","originalLanguage":"de",
     "kind":"post","publishedAt":"2026-01-02T03:04:05Z","updatedAt":"2026-01-02T03:04:05Z","revision":1,"readingMinutes":2,"wordCount":300,
     "author":{"name":"ada","displayName":"Ada","note":"Schreibt hier."},"topics":[{"slug":"stadt","name":"Stadt"}],"picture":null,
     "alternates":[{"language":"de","path":"/de/hallo-welt"},{"language":"en","path":"/en/hello-world"},{"language":"x-default","path":"/de/hallo-welt"}],
     "editions":[{"language":"de","slug":"hallo-welt","title":"Hallo Welt","origin":"original","status":"current","sourceRevision":1},
                 {"language":"en","slug":"hello-world","title":"Hello World","origin":"human","status":"current","sourceRevision":1}],
     "related":[{"article":"%s","language":"%s","slug":"anderes","title":"Anderes","summary":null,"publishedAt":"2026-01-01T00:00:00Z","picture":null}],
     "recommendations":%d,"comments":"open"}}\
    """
        .formatted(ARTICLE, language, slug, title, OTHER, language, recommendations);
  }

  void discussion(int total, String items) {
    comments.on(
        "GET /api/comments", "{\"items\":[" + items + "],\"next\":null,\"total\":" + total + "}");
  }

  static String comment(String text, String more) {
    return """
    {"id":"%s","article":"%s","parent":null,"name":"Grace","body":"%s","html":"<p>%s</p>","language":"de",
     "createdAt":"2026-01-02T03:04:05Z","status":"published","depth":0%s}\
    """
        .formatted(COMMENT, ARTICLE, text, text, more);
  }

  /** Tells that something of the article changed. */
  void articleChanged(String status) {
    articles.tell(
        "voxpop.article",
        ARTICLE,
        """
           {"article":"%s","version":2,"status":"%s","language":"de","revision":2,"correction":false,"comments":"open",
            "alternates":[{"language":"de","path":"/de/hallo-welt"},{"language":"en","path":"/en/hello-world"},{"language":"x-default","path":"/de/hallo-welt"}],
        "editions":[{"language":"de","slug":"hallo-welt","title":"Hallo Welt","origin":"original","status":"current"}]}\
        """
            .formatted(ARTICLE, status));
  }

  static Told challenge() {
    return Told.ok(
        "{\"token\":\"t-"
            + UUID.randomUUID()
            + "\",\"question\":\"Was ist 4 + 5?\",\"expiresAt\":\"2030-01-01T00:00:00Z\"}");
  }

  @Override
  public void close() {
    gateways.forEach(EmbeddedServer::close);
    List.of(articles, comments, translations).forEach(StandIn::close);
  }

  static final String LISTING =
      """
      {"kind":"home","title":"Neues","note":null,"next":"c2","alternates":[{"language":"de","path":"/de/"},{"language":"en","path":"/en/"},{"language":"fi","path":"/fi/"},{"language":"x-default","path":"/"}],
       "items":[{"article":"%s","id":"%s","language":"de","originalLanguage":"de","slug":"hallo-welt","title":"Hallo <Welt> & alle","summary":"Kurz & gut.",
         "origin":"original","status":"current","author":{"name":"ada","displayName":"Ada"},"topics":[{"slug":"stadt","name":"Stadt"}],
         "publishedAt":"2026-01-02T03:04:05Z","updatedAt":"2026-01-03T03:04:05Z","picture":null,"readingMinutes":2,"recommendations":3,
         "alternates":[{"language":"de","path":"/de/hallo-welt"},{"language":"en","path":"/en/hello-world"}]}]}\
      """
          .formatted(ARTICLE, ARTICLE);
}
