package voxpop.translation.notice;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.translation.segment.Kind;
import voxpop.translation.segment.Markup;

/**
 * A sentence whose source was changed after it was translated.
 *
 * @param position in the order in which sentences went stale, of no two the same; below 0 for those
 *     that were stale before anybody counted
 * @param previousSource what the translation is one of, where a person approved it
 */
record StaleSentence(
    long position,
    UUID article,
    String title,
    String sourceLanguage,
    String language,
    UUID segment,
    Kind kind,
    String source,
    @Nullable String previousSource,
    Instant since) {

  /** The source to read, without tags. */
  String words() {
    return kind.markup() ? Markup.plain(source) : source;
  }
}
