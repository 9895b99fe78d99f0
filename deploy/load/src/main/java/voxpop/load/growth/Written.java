package voxpop.load.growth;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * An article, told by its number: every schema's rows are made from it, each at its own time.
 *
 * @param paragraphs of the text, each of some sentences
 */
record Written(
    int number, String language, int topic, String title, List<List<String>> paragraphs) {
  private static final int PARAGRAPHS = 5;
  private static final int SENTENCES = 4;

  /** One in so many can be read in the other language, too. */
  private static final int TRANSLATED = 4;

  private static final int LANGUAGES = 2;

  static Written of(int number) {
    int topic = number % Words.topics();
    return in(number, topic, languageOf(number));
  }

  static String languageOf(int number) {
    return number / Words.topics() % LANGUAGES == 0 ? "de" : "en";
  }

  private static Written in(int number, int topic, String language) {
    Words words = new Words(language, number * 31L + language.charAt(0));
    String title = words.title(topic);
    List<List<String>> paragraphs = new ArrayList<>();
    for (int i = 0; i < PARAGRAPHS; i++) {
      List<String> sentences = new ArrayList<>();
      if (i == 0) sentences.add(words.about(topic));
      for (int j = 0; j < SENTENCES; j++) sentences.add(words.sentence());
      paragraphs.add(sentences);
    }
    return new Written(number, language, topic, title, paragraphs);
  }

  boolean isTranslated() {
    return number / (LANGUAGES * Words.topics()) % TRANSLATED == 0;
  }

  Written translation() {
    return in(number, topic, language.equals("de") ? "en" : "de");
  }

  UUID id() {
    return Ids.article(number);
  }

  String slug() {
    String plain =
        title
            .toLowerCase(Locale.ROOT)
            .replace("ä", "ae")
            .replace("ö", "oe")
            .replace("ü", "ue")
            .replace("ß", "ss");
    String letters = Normalizer.normalize(plain, Normalizer.Form.NFD).replaceAll("[^a-z0-9]+", "-");
    return letters.substring(0, Math.min(letters.length(), 60)) + "-" + number;
  }

  String markdown() {
    return String.join("\n\n", paragraphs.stream().map(one -> String.join(" ", one)).toList());
  }

  String html() {
    StringBuilder html = new StringBuilder();
    paragraphs.forEach(one -> html.append("<p>").append(String.join(" ", one)).append("</p>\n"));
    return html.toString().strip();
  }

  String summary() {
    List<String> first = paragraphs.getFirst();
    return first.get(0) + " " + first.get(1) + " " + first.get(2);
  }

  int words() {
    return markdown().split("\\s+").length;
  }
}
