package voxpop.local.demo;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A walk through a site with sample articles, along the ways that readers and writers take. */
public final class Round {
  /** A page is compressed and cached for its second reader; the third gets it from the cache. */
  private static final List<String> ENCODINGS = List.of("identity", "br", "gzip");

  private static final int VISITS = ENCODINGS.size();

  private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(/[^\"#]*)\"");
  private static final int MOST_LINKS = 150;

  private Round() {}

  /**
   * @param address of the gateway
   * @param email of somebody who may enter the studio
   */
  public static void through(String address, String email, String password)
      throws IOException, InterruptedException {
    Door door = Door.to(address);
    Set<String> paths = new LinkedHashSet<>();
    for (String language : List.of("de", "en", "es", "fr")) {
      String front = door.page("/" + language + "/", "");
      Matcher links = LINK.matcher(front);
      while (links.find() && paths.size() < MOST_LINKS) {
        paths.add(links.group(1).replace("&amp;", "&"));
      }
      paths.add("/" + language + "/search?q=rad");
      paths.add("/" + language + "/feed.atom");
      paths.add("/" + language + "/feed.rss");
      paths.add("/" + language + "/feed.json");
      paths.add("/" + language + "/nowhere");
      paths.add("/api/articles?language=" + language + "&limit=10");
    }
    paths.addAll(List.of("/", "/robots.txt", "/sitemap.xml", "/api/site", "/api/me", "/studio/"));
    for (int visit = 0; visit < VISITS; visit++) {
      for (String path : paths) {
        door.page(path, ENCODINGS.get(visit));
      }
    }
    Door.Answer session = door.post("/api/sessions", Map.of("email", email, "password", password));
    Demo.require(session, 201);
    Door writer = door.as(session.string("token"));
    for (Map<String, Object> article : writer.get("/api/articles?limit=10").items("items")) {
      Object id = article.get("article");
      for (String path :
          List.of(
              "/api/articles/" + id,
              "/api/articles/" + id + "/related?language=de",
              "/api/articles/" + id + "/recommendation",
              "/api/comments?article=" + id,
              "/api/translations/" + id,
              "/api/translations/" + id + "/de",
              "/api/me?article=" + id)) {
        writer.get(path);
      }
    }
  }
}
