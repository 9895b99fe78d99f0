package voxpop.local.demo;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Fills a site with the sample articles and with texts of the house. What is there already stays as
 * it is: a second time adds nothing.
 */
public final class Demo {
  private final Door door;
  private final Consumer<String> say;

  /**
   * @param address of the gateway
   * @param say told how far it is
   */
  public Demo(String address, Consumer<String> say) {
    this.door = Door.to(address);
    this.say = say;
  }

  /** Whether every article is there. */
  public boolean isThere() throws IOException, InterruptedException {
    for (Sample sample : Sample.all()) {
      if (!isThere(sample)) {
        return false;
      }
    }
    for (Sample page : Sample.pages()) {
      if (!isThere(page)) {
        return false;
      }
    }
    return true;
  }

  /**
   * @param passwords of the invented authors, by name: the same for a name at every call
   */
  public void fill(String email, String password, UnaryOperator<String> passwords)
      throws IOException, InterruptedException {
    Door administrator = signIn(email, password);
    Map<String, Door> authors = authors(administrator, passwords);
    List<Sample> samples = Sample.all();
    Map<Sample, String> added = new LinkedHashMap<>();
    for (Sample sample : samples) {
      if (!isThere(sample)) {
        Door author = authors.getOrDefault(sample.get("author"), administrator);
        added.put(sample, publish(sample, "post", author));
        say.accept("demo: " + sample.get("title"));
      }
    }
    Conversation conversation = new Conversation(door, administrator);
    for (Map.Entry<Sample, String> entry : added.entrySet()) {
      conversation.recommend(
          entry.getValue(), Integer.parseInt(entry.getKey().get("recommendations")));
    }
    conversation.comment(added);
    say.accept("demo: comments and recommendations");
    Workshop workshop = new Workshop(administrator);
    for (Map.Entry<Sample, String> entry : added.entrySet()) {
      for (String language : List.of("de", "en", "es", "fr")) {
        Optional<Sample.Translation> translation = entry.getKey().translation(language);
        if (translation.isPresent()) {
          workshop.translate(entry.getValue(), translation.get());
          say.accept("demo: " + entry.getKey().get("title") + " in " + language);
        }
      }
    }
    Map<Sample, String> pages = new LinkedHashMap<>();
    for (Sample page : Sample.pages()) {
      if (!isThere(page)) {
        pages.put(page, publish(page, "page", administrator));
      }
    }
    new HouseTexts(signIn(email, password)).fill(pages); // the other token may be used up
    say.accept("demo: pages of the house, a series and the menu");
  }

  private boolean isThere(Sample sample) throws IOException, InterruptedException {
    String path = "/api/articles/by-slug/" + sample.language() + "/" + sample.get("slug");
    int status = door.get(path).status();
    // withdrawn or moved by somebody is there as well
    return status != 404;
  }

  private Door signIn(String email, String password) throws IOException, InterruptedException {
    // a door that opened before the services may think them away; this is asked until it knows
    door.get("/api/site");
    Door.Answer answer = door.post("/api/sessions", Map.of("email", email, "password", password));
    require(answer, 201);
    return door.as(answer.string("token"));
  }

  /** By the first name, in small letters. */
  private Map<String, Door> authors(Door administrator, UnaryOperator<String> passwords)
      throws IOException, InterruptedException {
    Map<String, Door> authors = new HashMap<>();
    for (String line : Sample.resource("authors").orElseThrow().lines().toList()) {
      String[] parts = line.split(" \\| ");
      String name = parts[1].substring(0, parts[1].indexOf('@'));
      Door.Answer answer =
          administrator.post(
              "/api/authors",
              Map.of(
                  "email", parts[1],
                  "displayName", parts[0],
                  "note", parts[2],
                  "roles", List.of("author"),
                  "password", passwords.apply(name)));
      if (answer.status() == 201) {
        authors.put(name, signIn(parts[1], passwords.apply(name)));
      } else {
        // there from an earlier time; should somebody have changed the password, the administrator
        // writes
        Door.Answer again =
            door.post(
                "/api/sessions", Map.of("email", parts[1], "password", passwords.apply(name)));
        authors.put(name, again.status() == 201 ? door.as(again.string("token")) : administrator);
      }
    }
    return authors;
  }

  private static String publish(Sample sample, String kind, Door author)
      throws IOException, InterruptedException {
    String picture = sample.get("picture").isEmpty() ? "" : picture(sample, author);
    Map<String, Object> draft = new LinkedHashMap<>();
    draft.put("kind", kind);
    draft.put("language", sample.language());
    draft.put("title", sample.get("title"));
    draft.put("slug", sample.get("slug"));
    draft.put("topics", sample.topics());
    draft.put("format", "markdown");
    draft.put("body", sample.body().replace("{{picture}}", picture));
    Door.Answer answer = author.post("/api/articles", draft);
    require(answer, 201);
    String id = answer.string("id");
    require(author.put("/api/articles/" + id + "/publication", Map.of()), 200);
    return id;
  }

  private static String picture(Sample sample, Door author)
      throws IOException, InterruptedException {
    String scene = sample.get("picture");
    Door.Answer answer =
        author.upload(
            "/api/media",
            Painting.jpeg(scene),
            scene + ".jpg",
            Map.of("alt", sample.get("alt"), "caption", sample.get("caption")));
    require(answer, 201);
    return "![" + sample.get("alt") + "](/media/" + answer.string("id") + ")";
  }

  static void require(Door.Answer answer, int... good) throws IOException {
    for (int status : good) {
      if (answer.status() == status) {
        return;
      }
    }
    throw new IOException("status " + answer.status() + ": " + answer.text());
  }
}
