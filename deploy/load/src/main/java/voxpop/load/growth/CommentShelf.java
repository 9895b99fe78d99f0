package voxpop.load.growth;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/** comment-service: ten comments below each article, three of them replies. */
final class CommentShelf implements Shelf {
  private static final int COMMENTS = 10;

  @Override
  public String schema() {
    return "voxpop_comment";
  }

  @Override
  public String key() {
    return "article.id";
  }

  @Override
  public void put(Rows rows, FeedRows feed, Written article, int of) throws SQLException {
    UUID id = article.id();
    Words words = new Words(article.language(), article.number() * 17L);
    rows.add(
        "article (id, status, comments, language)", id, "published", "OPEN", article.language());
    for (int i = 0; i < COMMENTS; i++) {
      boolean reply = i % 3 == 2;
      UUID own = Ids.part(article.number(), i);
      UUID root = reply ? Ids.part(article.number(), i - 1) : own;
      String text = words.sentence() + " " + words.sentence();
      rows.add(
          "comment (id, article_id, parent_id, root_id, path, writer, author_id, name, body, html,"
              + " language, created_at, status, reason, shown, erased)",
          own,
          id,
          reply ? root : null,
          root,
          reply ? path(root, own) : Ids.bytes(own),
          "reader:r" + words.upTo(100_000),
          null,
          "Reader " + words.upTo(1000),
          text,
          "<p>" + text + "</p>",
          article.language(),
          Ids.timeOfPart(article.number(), i),
          "PUBLISHED",
          null,
          true,
          false);
    }
    Instant last = Ids.timeOfPart(article.number(), COMMENTS);
    rows.add("tally (subject, slot, total)", id.toString(), 0, COMMENTS);
    rows.add("thread_told (article_id, told_at)", id, last);
    feed.add(
        rows,
        "voxpop.thread",
        id.toString(),
        "{\"article\":\"" + id + "\",\"total\":" + COMMENTS + "}",
        last);
  }

  private static byte[] path(UUID root, UUID own) {
    return ByteBuffer.allocate(32).put(Ids.bytes(root)).put(Ids.bytes(own)).array();
  }
}
