package voxpop.article.wording;

import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.article.Sql;
import voxpop.article.edition.Freshness;
import voxpop.article.edition.Origin;
import voxpop.kit.feed.Changes;

/** Keeps the texts of the house with their translations, and tells of every change. */
@Singleton
public class Wordings {

  private static final String TYPE = "voxpop.wording";

  private final Sql sql;
  private final Changes changes;
  private final Clock clock;

  Wordings(Sql sql, Changes changes, Clock clock) {
    this.sql = sql;
    this.changes = changes;
    this.clock = clock;
  }

  /** What somebody gave readers in another language. */
  public record Translated(String title, String html, Origin origin, Freshness status) {}

  public Optional<Wording> find(UUID id) {
    return sql.one("SELECT * FROM wording WHERE id = ?", Wordings::read, id);
  }

  /** The same, held until the commit. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Wording> lock(UUID id) {
    return sql.one("SELECT * FROM wording WHERE id = ? FOR UPDATE", Wordings::read, id);
  }

  /** As readers of this language get it: in the language of the original until it is translated. */
  public Optional<Said> in(UUID id, String language) {
    return sql.one(
        "SELECT w.language, w.title, w.html, w.revision, t.title AS own_title, t.html AS own_html,"
            + " t.origin, t.status FROM wording w LEFT JOIN wording_text t ON t.wording_id = w.id"
            + " AND t.language = ? WHERE w.id = ?",
        row -> said(row, language),
        language,
        id);
  }

  /**
   * Says something in its own language, for the first time or anew; what is said already is no
   * news.
   *
   * @return the revision that says it
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public int say(
      UUID id, Wording.Kind kind, String address, String language, String title, String html) {
    var first = new Wording(id, kind, address, language, title, html, 1);
    if (insert(first) == 1) {
      tell(id);
      return 1;
    }
    var before = lock(id).orElseThrow();
    if (before.saysTheSameAs(first)) return before.revision();
    sql.update(
        "UPDATE wording SET address = ?, language = ?, title = ?, html = ?, revision = revision +"
            + " 1, version = version + 1, updated_at = ? WHERE id = ?",
        address,
        language,
        title,
        html,
        clock.instant(),
        id);
    sql.update("DELETE FROM wording_text WHERE wording_id = ? AND language = ?", id, language);
    tell(id);
    return before.revision() + 1;
  }

  /** Nobody says it any more. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void forget(UUID id) {
    lock(id)
        .ifPresent(
            gone -> {
              sql.update("DELETE FROM wording_text WHERE wording_id = ?", id);
              sql.update("DELETE FROM wording WHERE id = ?", id);
              changes.recordRemoval(TYPE, id.toString(), data(gone, 0));
            });
  }

  /** Gives a translation to readers, or takes it back where there is none any more. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void settle(UUID id, String language, @Nullable Translated translated) {
    var wording = lock(id).orElse(null);
    if (wording == null || wording.language().equals(language)) return;
    if (translated != null && !(wording.kind().titled() && translated.title().isBlank())) {
      put(id, language, translated);
    } else if (takeBack(id, language) == 0) {
      return;
    }
    sql.update("UPDATE wording SET version = version + 1 WHERE id = ?", id);
    tell(id);
  }

  /** It is shown otherwise now, though its own text is as it was. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void touch(UUID id) {
    if (sql.update("UPDATE wording SET version = version + 1 WHERE id = ?", id) > 0) tell(id);
  }

  private int insert(Wording wording) {
    return sql.update(
        "INSERT IGNORE INTO wording (id, kind, address, language, title, html, revision, version,"
            + " updated_at) VALUES (?, ?, ?, ?, ?, ?, 1, 1, ?)",
        wording.id(),
        wording.kind(),
        wording.address(),
        wording.language(),
        wording.title(),
        wording.html(),
        clock.instant());
  }

  private void put(UUID id, String language, Translated text) {
    sql.update(
        "INSERT INTO wording_text (wording_id, language, title, html, origin, status) VALUES (?, ?,"
            + " ?, ?, ?, ?) ON DUPLICATE KEY UPDATE title = VALUES(title), html = VALUES(html),"
            + " origin = VALUES(origin), status = VALUES(status)",
        id,
        language,
        text.title(),
        text.html(),
        text.origin(),
        text.status());
  }

  private int takeBack(UUID id, String language) {
    return sql.update(
        "DELETE FROM wording_text WHERE wording_id = ? AND language = ?", id, language);
  }

  private void tell(UUID id) {
    sql.one(
            "SELECT * FROM wording WHERE id = ?",
            row -> data(read(row), row.getLong("version")),
            id)
        .ifPresent(data -> changes.record(TYPE, id.toString(), data));
  }

  private static Map<String, Object> data(Wording wording, long version) {
    return Map.of(
        "wording",
        wording.id().toString(),
        "kind",
        wording.kind().word(),
        "address",
        wording.address(),
        "language",
        wording.language(),
        "revision",
        wording.revision(),
        "version",
        version);
  }

  private static Said said(ResultSet row, String readers) throws SQLException {
    var translated = row.getString("own_title") != null;
    var language = row.getString("language");
    return new Said(
        translated ? readers : language,
        language,
        row.getString(translated ? "own_title" : "title"),
        row.getString(translated ? "own_html" : "html"),
        translated ? Origin.valueOf(row.getString("origin")) : Origin.ORIGINAL,
        translated ? Freshness.valueOf(row.getString("status")) : Freshness.CURRENT,
        row.getInt("revision"));
  }

  private static Wording read(ResultSet row) throws SQLException {
    return new Wording(
        Sql.uuid(row, "id"),
        Wording.Kind.valueOf(row.getString("kind")),
        row.getString("address"),
        row.getString("language"),
        row.getString("title"),
        row.getString("html"),
        row.getInt("revision"));
  }
}
