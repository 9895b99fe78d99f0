package voxpop.local.demo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the house itself says: its pages, a series and the menu, in every language. */
final class HouseTexts {
  /** That all of it is written in. */
  private static final String LANGUAGE = "de";

  /** A topic with articles in several languages. */
  private static final String TOPIC = "staedte";

  private static final List<String> OTHERS = List.of("en", "es", "fr");

  private final Door administrator;
  private final Workshop workshop;

  HouseTexts(Door administrator) {
    this.administrator = administrator;
    this.workshop = new Workshop(administrator);
  }

  /**
   * Adds what isn't there yet.
   *
   * @param pages those that were published just now, with their identifiers
   */
  void fill(Map<Sample, String> pages) throws IOException, InterruptedException {
    for (Map.Entry<Sample, String> page : pages.entrySet()) {
      for (String language : OTHERS) {
        Optional<Sample.Translation> translation = page.getKey().translation(language);
        if (translation.isPresent()) workshop.translate(page.getValue(), translation.get());
      }
    }
    series(Sample.of("series"));
    if (!pages.isEmpty()) translate(administrator.get("/api/topics/" + TOPIC));
    menu();
  }

  private void series(Sample series) throws IOException, InterruptedException {
    if (administrator.get("/api/series/" + series.get("slug")).status() != 404) return;
    List<String> articles = new ArrayList<>();
    for (String name : series.get("articles").split(", ")) articles.add(id(Sample.of(name)));
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("name", series.get("name"));
    said.put("slug", series.get("slug"));
    said.put("language", LANGUAGE);
    said.put("description", series.body().strip());
    said.put("articles", articles);
    Door.Answer made = administrator.post("/api/series", said);
    Demo.require(made, 201);
    translate(made);
  }

  private void menu() throws IOException, InterruptedException {
    String path = "/api/menu?language=" + LANGUAGE;
    if (!administrator.get(path).items("lines").isEmpty()) return;
    List<Map<String, Object>> lines = new ArrayList<>();
    for (String line : Sample.resource("menu").orElseThrow().lines().toList()) {
      String[] parts = line.split(" \\| ");
      String target = parts[1].equals("page") ? id(Sample.of(parts[2])) : parts[2];
      lines.add(Map.of("label", parts[0], "kind", parts[1], "target", target));
    }
    Door.Answer made = administrator.put("/api/menu", Map.of("language", LANGUAGE, "lines", lines));
    Demo.require(made, 200);
    translate(made);
  }

  private void translate(Door.Answer text) throws IOException, InterruptedException {
    for (String language : OTHERS) {
      workshop.translate(text.string("id"), Sample.houseTranslation(language));
    }
  }

  private String id(Sample sample) throws IOException, InterruptedException {
    String path = "/api/articles/by-slug/" + sample.language() + "/" + sample.get("slug");
    Door.Answer answer = administrator.get(path);
    Demo.require(answer, 200);
    return answer.string("id");
  }
}
