package voxpop.article;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import voxpop.kit.test.Http;
import voxpop.kit.test.Http.Answer;
import voxpop.kit.test.ServiceTest;

/** An article-service with a site in six languages and its first administrator. */
public abstract class ArticleServiceTest extends ServiceTest {

  public static final String EMAIL = "anna@example.org";
  public static final String PASSWORD = "correct horse battery staple";

  private String administrator;

  @Override
  protected Map<String, String> settings() {
    var settings = new HashMap<String, String>();
    settings.put("voxpop.feed.reading", "false");
    settings.put("voxpop.admin.email", EMAIL);
    settings.put("voxpop.admin.password", PASSWORD);
    settings.put("voxpop.admin.name", "Anna Blau");
    settings.put("voxpop.media.folder", folder("media"));
    settings.put("voxpop.search.folder", folder("search"));
    return settings;
  }

  private static String folder(String name) {
    return Path.of("target", name + "-" + UUID.randomUUID()).toString();
  }

  /** The administrator, signed in. */
  protected Http anna() {
    if (administrator == null) administrator = token(EMAIL, PASSWORD);
    return http.as(administrator);
  }

  protected String token(String email, String password) {
    return http.post("/api/sessions", Map.of("email", email, "password", password)).text("token");
  }

  /** A new person with these roles, signed in. */
  protected Http person(String name, String... roles) {
    var email = name + "@example.org";
    var input = new HashMap<String, Object>();
    input.put("email", email);
    input.put("name", name);
    input.put("displayName", name);
    input.put("roles", List.of(roles));
    input.put("password", PASSWORD);
    anna().post("/api/authors", input);
    return http.as(token(email, PASSWORD));
  }

  protected static Map<String, Object> draft(String language, String title, String body) {
    var draft = new HashMap<String, Object>();
    draft.put("language", language);
    draft.put("title", title);
    draft.put("body", body);
    draft.put("format", "markdown");
    return draft;
  }

  /** The id of a new draft. */
  protected String write(Map<String, Object> draft) {
    return anna().post("/api/articles", draft).text("id");
  }

  /** A new article, published. */
  protected Answer published(Map<String, Object> draft) {
    return anna().put("/api/articles/" + write(draft) + "/publication", Map.of());
  }
}
