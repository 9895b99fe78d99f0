package voxpop.load.growth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What there is to ask for, one address a line, from all over the articles. */
final class Paths {
  /** More than fit into any cache of a platform that is measured without one. */
  private static final int MOST = 20_000;

  private Paths() {}

  static void write(Path folder, int articles) throws IOException {
    List<String> pages = new ArrayList<>();
    List<String> lists = new ArrayList<>();
    List<String> comments = new ArrayList<>();
    List<String> recommendations = new ArrayList<>();
    int count = Math.min(articles, MOST);
    for (int i = 0; i < count; i++) {
      Written article = Written.of((int) ((long) i * articles / count));
      pages.add("/" + article.language() + "/" + article.slug());
      comments.add("/api/comments?article=" + article.id());
      recommendations.add("/api/articles/" + article.id() + "/recommendation");
    }
    for (int topic = 0; topic < Words.topics(); topic++) {
      String of = "/api/articles?limit=20&language=";
      lists.add(of + "de&topic=topic-" + Words.topic(topic, "en"));
      lists.add(of + "en&topic=topic-" + Words.topic(topic, "en"));
      lists.add(of + "de&author=writer-" + topic);
      lists.add(of + "en");
    }
    Files.createDirectories(folder);
    Files.write(folder.resolve("article"), pages);
    Files.write(folder.resolve("list"), lists);
    Files.write(folder.resolve("comments"), comments);
    Files.write(folder.resolve("recommend"), recommendations);
  }
}
