package voxpop.translation.comment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import voxpop.translation.segment.Cut;
import voxpop.translation.segment.Cutter;
import voxpop.translation.segment.Kind;
import voxpop.translation.segment.Markup;
import voxpop.translation.segment.Segment;
import voxpop.translation.segment.Skeleton;

/** A comment taken apart into sentences, and put together again in another language. */
final class Rendering {
  /** A text has a title, a comment none: this stands for it and is left out again. */
  private static final String NO_TITLE = "-";

  private final String from;
  private final Cut cut;
  private final Map<Integer, Segment> segments = new LinkedHashMap<>();

  Rendering(UUID article, String from, String html) {
    this.from = from;
    cut = Cutter.cut(from, NO_TITLE, null, html);
    for (int place = 1; place < cut.sentences().size(); place++) {
      segments.put(place, Segment.of(article, place, cut.sentences().get(place), false));
    }
  }

  List<Segment> segments() {
    return List.copyOf(segments.values());
  }

  /** What identifies the text, whatever its markup leads to. */
  String hash() {
    return voxpop.translation.segment.Fingerprint.of(
        Kind.TITLE, from + " " + String.join(" ", hashes()));
  }

  private List<String> hashes() {
    return IntStream.range(1, cut.sentences().size())
        .mapToObj(place -> cut.sentences().get(place).text())
        .toList();
  }

  /** In another language; a sentence without a text stays as it was written, marked. */
  String in(String language, Function<Segment, @Nullable String> texts) {
    return Skeleton.render(cut.skeleton(), from, language, place -> text(place, texts));
  }

  private @Nullable String text(int place, Function<Segment, @Nullable String> texts) {
    Segment segment = segments.get(place);
    if (segment == null) return null;
    String text = texts.apply(segment);
    boolean markup = segment.kind() == Kind.TEXT;
    if (text != null) return markup ? Markup.html(text) : text;
    return markup
        ? "<span class=\"in-source\" lang=\"%s\">%s</span>"
            .formatted(from, Markup.html(segment.source()))
        : segment.source();
  }
}
