package voxpop.translation.engine;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Pseudo-translation for tests and design work: accents on every letter and a third more length, so
 * that one sees at once what is not translatable and what doesn't fit. Never for readers.
 */
@Singleton
class Pseudo implements Engine {
  private static final Pattern WORDS = Pattern.compile("<[^>]*>|&[a-z]+;|[^<&]+");
  private static final String PLAIN = "aceinouyACEINOUY";
  private static final String ACCENTED = "áçéíñóúýÁÇÉÍÑÓÚÝ";

  private final boolean on;

  Pseudo(@Value("${voxpop.pseudo:false}") boolean on) {
    this.on = on;
  }

  @Override
  public String name() {
    return "pseudo";
  }

  @Override
  public String title() {
    return "Pseudo-translation";
  }

  @Override
  public boolean forReaders() {
    return false;
  }

  @Override
  public boolean configured() {
    return on;
  }

  @Override
  public Probe probe() {
    return new Probe(on, Set.of(), "For tests and design work: any pair, never for readers.");
  }

  @Override
  public boolean translates(Pair pair) {
    return on;
  }

  @Override
  public boolean mendsTags() {
    return true;
  }

  @Override
  public Limits limits() {
    return new Limits(50, 100_000);
  }

  @Override
  public List<String> translate(Order order) {
    return order.texts().stream().map(text -> "[" + accented(text) + " ~~]").toList();
  }

  private static String accented(String text) {
    return WORDS
        .matcher(text)
        .replaceAll(
            found -> {
              String part = found.group();
              if (part.startsWith("<") || part.startsWith("&")) return quote(part);
              StringBuilder out = new StringBuilder();
              for (char c : part.toCharArray()) {
                int at = PLAIN.indexOf(c);
                out.append(at < 0 ? c : ACCENTED.charAt(at));
              }
              return quote(out.toString());
            });
  }

  private static String quote(String text) {
    return java.util.regex.Matcher.quoteReplacement(text);
  }
}
