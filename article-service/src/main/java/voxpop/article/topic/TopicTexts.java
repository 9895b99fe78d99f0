package voxpop.article.topic;

import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.article.Sql;
import voxpop.article.site.Sites;
import voxpop.article.wording.Paragraphs;
import voxpop.article.wording.Said;
import voxpop.article.wording.Wording;
import voxpop.article.wording.Wordings;
import voxpop.kit.problem.Problem;

/** What is said of topics: a name and a description, in one language and in translation. */
@Singleton
class TopicTexts {

  /** Topics that are made translatable in one go. */
  private static final int AT_ONCE = 200;

  private final Topics topics;
  private final Wordings wordings;
  private final Sites sites;
  private final Sql sql;

  TopicTexts(Topics topics, Wordings wordings, Sites sites, Sql sql) {
    this.topics = topics;
    this.wordings = wordings;
    this.sites = sites;
    this.sql = sql;
  }

  Optional<TopicText> find(String slug, String language) {
    return topics
        .find(slug, language)
        .flatMap(topic -> said(topic, language).map(said -> new TopicText(topic, said)));
  }

  private Optional<Said> said(Topic topic, String language) {
    return wordings
        .in(topic.id(), language)
        .or(
            () -> {
              adopt(topic.id());
              return wordings.in(topic.id(), language);
            });
  }

  /**
   * Says something else of a topic; what was translated is out of date then.
   *
   * @param expected the revision that the caller has seen; null if it doesn't care
   * @throws Problem 412 if there is another one
   */
  @Transactional
  Optional<TopicText> change(String slug, TopicInput input, @Nullable Long expected) {
    var topic = topics.find(slug, sites.get().language()).orElse(null);
    if (topic == null) return Optional.empty();
    adopt(topic.id());
    var before = wordings.lock(topic.id()).orElseThrow();
    if (expected != null && expected != before.revision()) {
      throw Problem.preconditionFailed("Somebody has changed this topic meanwhile: read it again.");
    }
    var language = input.language() == null ? before.language() : input.language();
    if (!sites.get().languages().contains(language)) {
      throw Problem.invalid("language", language + " is not among the site's languages");
    }
    sql.update("UPDATE topic SET language = ? WHERE id = ?", language, topic.id());
    sql.update("DELETE FROM topic_name WHERE topic_id = ?", topic.id());
    sql.update(
        "INSERT INTO topic_name (topic_id, language, name) VALUES (?, ?, ?)",
        topic.id(),
        language,
        input.written());
    var html = Paragraphs.html(input.description() == null ? "" : input.description());
    wordings.say(topic.id(), Wording.Kind.TOPIC, slug, language, input.written(), html);
    return find(slug, language);
  }

  /** Topics of a release that translated no names, and those of an import. */
  @Scheduled(initialDelay = "5s", fixedDelay = "10m")
  void adoptAll() {
    List<UUID> lacking;
    do {
      lacking =
          sql.list(
              "SELECT t.id FROM topic t LEFT JOIN wording w ON w.id = t.id WHERE w.id IS NULL"
                  + " LIMIT ?",
              row -> Sql.uuid(row, "id"),
              AT_ONCE);
      lacking.forEach(this::adopt);
    } while (lacking.size() == AT_ONCE);
  }

  @Transactional
  void adopt(UUID topic) {
    if (wordings.find(topic).isPresent()) return;
    sql.one(
            "SELECT t.slug, t.language, COALESCE(n.name, t.slug) AS name FROM topic t LEFT JOIN"
                + " topic_name n ON n.topic_id = t.id AND n.language = t.language WHERE t.id = ?",
            row ->
                new String[] {
                  row.getString("slug"), row.getString("language"), row.getString("name")
                },
            topic)
        .ifPresent(said -> wordings.say(topic, Wording.Kind.TOPIC, said[0], said[1], said[2], ""));
  }
}
