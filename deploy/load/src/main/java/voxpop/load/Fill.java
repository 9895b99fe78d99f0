package voxpop.load;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * {@code Fill ADDRESS EMAIL PASSWORD ARTICLES FOLDER}: publishes articles with ten comments each
 * through the API, and writes what the load needs into the folder: {@code pages} (addresses, one a
 * line), {@code article} (an id), {@code token}.
 */
public final class Fill {
  /** So that an article's page comes to some 70 KB with its comments: a long read. */
  private static final int WORDS = 9_000;

  private static final int COMMENTS = 10;

  /** The same text at every run. */
  private static final Random RANDOM = new Random(42);

  private static final List<String> SYLLABLES =
      List.of(
          "ba", "den", "fol", "ge", "hau", "ker", "lin", "mo", "nis", "pra", "ro", "sen", "tal",
          "ul", "wer", "zeit");

  private Fill() {}

  /** Runs it. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Api api = Api.signedIn(URI.create(arguments[0]), arguments[1], arguments[2]);
    Path folder = Files.createDirectories(Path.of(arguments[4]));
    List<String> pages = new ArrayList<>();
    String last = "";
    for (int i = 0; i < Integer.parseInt(arguments[3]); i++) {
      Map<String, Object> draft = new HashMap<>();
      draft.put("language", "de");
      draft.put("title", "Lasttest " + i + " " + words(5));
      draft.put("body", text());
      draft.put("format", "markdown");
      draft.put("topics", List.of("Last " + i % 7));
      last = String.valueOf(api.send("POST", "/api/articles", draft).get("id"));
      api.send("PUT", "/api/articles/" + last + "/publication", Map.of());
      pages.add("/de/" + api.send("GET", "/api/articles/" + last, Map.of()).get("slug"));
      for (int c = 0; c < COMMENTS; c++) {
        comment(api, last);
      }
    }
    Files.write(folder.resolve("pages"), pages);
    Files.writeString(folder.resolve("article"), last);
    Files.writeString(folder.resolve("token"), api.token());
  }

  /** The article may be so new that comment-service hears of it by this very call. */
  private static void comment(Api api, String article) throws IOException, InterruptedException {
    api.send(
        "POST", "/api/comments", Map.of("article", article, "body", words(40), "language", "de"));
  }

  private static String text() {
    StringBuilder text = new StringBuilder();
    for (int left = WORDS; left > 0; left -= 90) {
      text.append(left % 900 == 0 ? "## " + words(4) + "\n\n" : "")
          .append(words(90))
          .append("\n\n");
    }
    return text.toString();
  }

  private static String words(int count) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < count; i++) {
      String word =
          SYLLABLES.get(RANDOM.nextInt(SYLLABLES.size()))
              + SYLLABLES.get(RANDOM.nextInt(SYLLABLES.size()));
      boolean first = i % 12 == 0;
      words.append(first && i > 0 ? ". " : i > 0 ? " " : "");
      words.append(first ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : word);
    }
    return words.append('.').toString();
  }
}
