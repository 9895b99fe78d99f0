package voxpop.translation.edition;

import com.ibm.icu.util.ULocale;
import java.util.List;
import org.jspecify.annotations.Nullable;
import voxpop.translation.segment.Kind;
import voxpop.translation.segment.Line;
import voxpop.translation.segment.Markup;
import voxpop.translation.segment.Piece;
import voxpop.translation.segment.Segment;
import voxpop.translation.segment.Skeleton;
import voxpop.translation.segment.Target;

/**
 * A translation as text for readers.
 *
 * @param byMachine whether an engine wrote any of it
 * @param current whether all of it is a translation of the source as it is now
 */
record Rendering(
    String title, @Nullable String summary, String html, boolean byMachine, boolean current) {

  /** How a sentence comes before readers. */
  private enum Way {
    TRANSLATED,
    /** In the source's language, marked: what was translated is wrong now, or no engine could. */
    IN_SOURCE,
    LEFT_OUT
  }

  static Rendering of(
      List<Line> lines, List<Piece> skeleton, String from, String to, boolean reviewed) {
    String title = "";
    String summary = null;
    boolean byMachine = false;
    boolean current = true;
    for (Line line : lines) {
      Target.Shown shown = line.target().shown();
      Way way = way(line, reviewed);
      byMachine |= way == Way.TRANSLATED && shown != null && shown.byMachine();
      current &= fits(line) || (way == Way.IN_SOURCE && shown == null && failed(line, reviewed));
      if (line.segment().kind() == Kind.TITLE) title = plain(line, way, line.segment().source());
      if (line.segment().kind() == Kind.SUMMARY) summary = plain(line, way, null);
    }
    String html = Skeleton.render(skeleton, from, to, i -> text(lines.get(i), from, reviewed));
    return new Rendering(title == null ? "" : title, summary, html, byMachine, current);
  }

  private static Way way(Line line, boolean reviewed) {
    Target.Shown shown = line.target().shown();
    Segment segment = line.segment();
    if (fits(line)) return Way.TRANSLATED;
    if (segment.correctedVersion() > (shown == null ? 0 : shown.version())) return Way.IN_SOURCE;
    if (shown != null) return Way.TRANSLATED;
    return failed(line, reviewed) ? Way.IN_SOURCE : Way.LEFT_OUT;
  }

  private static boolean fits(Line line) {
    Target.Shown shown = line.target().shown();
    return shown != null && shown.hash().equals(line.segment().hash());
  }

  private static boolean failed(Line line, boolean reviewed) {
    return !reviewed && line.target().failedFor(line.segment());
  }

  private static @Nullable String plain(Line line, Way way, @Nullable String otherwise) {
    Target.Shown shown = line.target().shown();
    return switch (way) {
      case TRANSLATED -> shown == null ? otherwise : shown.text();
      case IN_SOURCE -> line.segment().source();
      case LEFT_OUT -> otherwise;
    };
  }

  private static @Nullable String text(Line line, String from, boolean reviewed) {
    Way way = way(line, reviewed);
    String text = plain(line, way, null);
    if (text == null || line.segment().kind() != Kind.TEXT) return text;
    String html = Markup.html(text);
    if (way == Way.TRANSLATED) return html;
    String direction = ULocale.forLanguageTag(from).isRightToLeft() ? "rtl" : "ltr";
    return "<span class=\"in-source\" lang=\"%s\" dir=\"%s\">%s</span>"
        .formatted(from, direction, html);
  }
}
