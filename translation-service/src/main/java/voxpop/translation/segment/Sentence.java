package voxpop.translation.segment;

/**
 * One segment of a source: its text as a translator sees it, and the fingerprint by which it is
 * recognised.
 *
 * @param text for {@link Kind#TEXT} HTML with its inline tags, where only an ambiguous {@code <} or
 *     {@code &} is escaped; otherwise plain text
 */
public record Sentence(Kind kind, String text, String hash) {
  static Sentence of(Kind kind, String text) {
    return new Sentence(kind, text, Fingerprint.of(kind, text));
  }
}
