package voxpop.translation.exchange;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Entities;
import voxpop.kit.problem.Problem;
import voxpop.translation.document.Desk;
import voxpop.translation.document.Documents;
import voxpop.translation.document.Translation;
import voxpop.translation.segment.Attributes;
import voxpop.translation.segment.Contract;
import voxpop.translation.segment.Cut;
import voxpop.translation.segment.Cutter;
import voxpop.translation.segment.Line;
import voxpop.translation.segment.Reason;
import voxpop.translation.segment.Segment;
import voxpop.translation.segment.Target;

/**
 * Makes the translation of a whole text that somebody has: aligned to the source, and approved,
 * because a person answers for it.
 */
@Singleton
class Taking {
  private final Documents documents;
  private final Desk desk;

  Taking(Documents documents, Desk desk) {
    this.documents = documents;
    this.desk = desk;
  }

  /**
   * Takes it.
   *
   * @throws Problem 400 if there is no sentence in it
   */
  @Transactional
  public TextController.Aligned take(
      UUID article, String language, TextController.Whole whole, String by) {
    Translation translation = documents.lockedForPerson(article, language);
    String html = whole.format().equals("html") ? whole.body() : paragraphs(whole.body());
    Cut cut = Cutter.cut(language, whole.title(), whole.summary(), html);
    if (cut.sentences().size() < 2) throw Problem.invalid("body", "has no sentence in it");
    List<Line> lines = translation.lines();
    Map<Integer, String> texts =
        Alignment.of(lines, documents.skeleton(translation.document()), cut);
    Map<UUID, Target> approved = new HashMap<>();
    List<TextController.Warning> warnings = new ArrayList<>();
    int joined = 0;
    for (int place = 0; place < lines.size(); place++) {
      String aligned = texts.get(place);
      if (aligned == null) continue;
      Line line = lines.get(place);
      Segment segment = line.segment();
      String text = fit(segment, aligned);
      if (text.isEmpty()) joined++;
      else warn(segment, text, warnings);
      approved.put(segment.id(), line.target().approve(text, segment, by));
    }
    desk.approved(translation, approved, by);
    return new TextController.Aligned(
        approved.size(), joined, lines.size() - approved.size(), warnings);
  }

  /** Only tags that the source has are taken over; the words of all others stay. */
  private static String fit(Segment segment, String text) {
    return segment.kind().markup() ? Attributes.only(segment.source(), text) : text.strip();
  }

  private static void warn(Segment segment, String text, List<TextController.Warning> warnings) {
    List<Reason> violations = Contract.violations(segment.kind(), segment.source(), text);
    if (!violations.isEmpty()) {
      warnings.add(new TextController.Warning(segment.id(), Reason.say(violations)));
    }
  }

  private static String paragraphs(String text) {
    return Pattern.compile("\\R\\s*\\R")
        .splitAsStream(text.strip())
        .map(paragraph -> "<p>" + Entities.escape(paragraph.strip()) + "</p>")
        .collect(Collectors.joining("\n"));
  }
}
