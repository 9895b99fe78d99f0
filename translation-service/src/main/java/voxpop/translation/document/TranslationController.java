package voxpop.translation.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.ibm.icu.util.ULocale;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.kit.caller.Caller;
import voxpop.translation.edition.Editions;
import voxpop.translation.edition.Standing;
import voxpop.translation.engine.Engines;
import voxpop.translation.engine.Pair;
import voxpop.translation.glossary.Glossary;
import voxpop.translation.glossary.Terms;
import voxpop.translation.segment.State;

/** What there is of an article in each language, and in one of them. */
@Controller("/api/translations/{article}")
class TranslationController {
  /** An article's translations; {@code language} is the one it is written in. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Overview(
      UUID article,
      String kind,
      String language,
      int revision,
      String title,
      List<Summary> items) {}

  /** How far a translation is; {@code engine}: whether one could help. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Summary(
      String language,
      String dir,
      State state,
      int segments,
      Map<String, Integer> counts,
      Map<String, Double> shares,
      boolean published,
      @Nullable String origin,
      @Nullable String editionStatus,
      @Nullable String slug,
      boolean engine) {}

  /** The desk: a translation with all its segments, title first. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Workshop(
      UUID article,
      String kind,
      String language,
      String dir,
      String sourceLanguage,
      String sourceDir,
      int revision,
      String title,
      State state,
      Map<String, Integer> counts,
      Map<String, Double> shares,
      boolean published,
      @Nullable String origin,
      @Nullable String editionStatus,
      @Nullable String slug,
      boolean engine,
      List<SegmentView> segments) {}

  private final Documents documents;
  private final Editions editions;
  private final Engines engines;
  private final Sites sites;
  private final Glossary glossary;
  private final ToDo toDo;

  TranslationController(
      Documents documents,
      Editions editions,
      Engines engines,
      Sites sites,
      Glossary glossary,
      ToDo toDo) {
    this.documents = documents;
    this.editions = editions;
    this.engines = engines;
    this.sites = sites;
    this.glossary = glossary;
    this.toDo = toDo;
  }

  /** Anybody may ask, so that it takes what was counted before, however long the text is. */
  @Get
  Overview overview(UUID article) {
    Document document = documents.published(article);
    Map<String, Tally> tallies = toDo.tallies(article);
    List<Summary> items =
        sites.site().languages().stream()
            .filter(language -> !language.equals(document.language()))
            .map(language -> summary(document, language, tallies.get(language)))
            .toList();
    return new Overview(
        article,
        document.kind(),
        document.language(),
        document.revision(),
        document.title(),
        items);
  }

  @Get("/{language}")
  Workshop workshop(UUID article, String language, Caller caller) {
    Translators.requireToLook(caller);
    Translation translation = documents.translation(article, language);
    Document document = translation.document();
    Summary summary = summary(document, language, Tally.of(translation.lines()));
    Terms terms = glossary.of(document.language(), language);
    return new Workshop(
        article,
        document.kind(),
        language,
        summary.dir(),
        document.language(),
        direction(document.language()),
        document.revision(),
        document.title(),
        summary.state(),
        summary.counts(),
        summary.shares(),
        summary.published(),
        summary.origin(),
        summary.editionStatus(),
        summary.slug(),
        summary.engine(),
        translation.lines().stream().map(line -> SegmentView.of(line, terms)).toList());
  }

  private Summary summary(Document document, String language, @Nullable Tally counted) {
    Standing edition = editions.standing(document.article(), language);
    Tally tally =
        counted == null ? Tally.of(documents.translation(document, language).lines()) : counted;
    return new Summary(
        language,
        direction(language),
        tally.state(),
        tally.total(),
        tally.counts(),
        tally.shares(),
        edition.live(),
        edition.live() ? edition.origin() : null,
        edition.live() ? edition.status() : null,
        edition.slug(),
        engines.forPair(new Pair(document.language(), language)).isPresent());
  }

  private static String direction(String language) {
    return ULocale.forLanguageTag(language).isRightToLeft() ? "rtl" : "ltr";
  }
}
