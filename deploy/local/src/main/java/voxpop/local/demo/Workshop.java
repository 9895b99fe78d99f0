package voxpop.local.demo;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Translates by hand, sentence by sentence, as a translator does in the studio. */
final class Workshop {
  // the workshop hears of a publication within two seconds, on a busy machine a little later
  private static final int PATIENCE_SECONDS = 60;

  private final Door translator;

  Workshop(Door translator) {
    this.translator = translator;
  }

  void translate(String article, Sample.Translation translation)
      throws IOException, InterruptedException {
    String path = "/api/translations/" + article + "/" + translation.language();
    for (Map<String, Object> segment : segments(path)) {
      String source = String.valueOf(segment.get("source")).strip();
      Optional<String> target = translation.of(source);
      if (target.isEmpty()) {
        throw new IOException("No " + translation.language() + " for: " + source);
      }
      Demo.require(
          translator.put(
              path + "/segments/" + segment.get("id"),
              Map.of("text", target.get(), "approve", true),
              "If-Match",
              "\"" + segment.get("version") + "\""),
          200);
    }
    Map<String, Object> wish =
        translation.slug().isEmpty() ? Map.of() : Map.of("slug", translation.slug());
    Demo.require(translator.put(path + "/publication", wish), 200, 201, 202);
  }

  private List<Map<String, Object>> segments(String path) throws IOException, InterruptedException {
    for (int i = 0; ; i++) {
      Door.Answer answer = translator.get(path);
      if (answer.status() == 200) {
        return answer.items("segments");
      }
      if (i == PATIENCE_SECONDS * 2) {
        Demo.require(answer, 200);
      }
      Thread.sleep(500);
    }
  }
}
