package voxpop.comment.comment;

import static voxpop.kit.together.Packet.times;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import voxpop.comment.article.Articles;
import voxpop.comment.article.KnownArticle;
import voxpop.kit.id.Ids;
import voxpop.kit.id.UuidBytes;
import voxpop.kit.together.Packet;

/**
 * What the database knows of several comments' surroundings, and the rows that are theirs: each one
 * round trip.
 */
@Singleton
class Ledger {
  private static final String COMMENT =
      "INSERT INTO comment (id, article_id, parent_id, root_id, path, writer, author_id, name,"
          + " body, html, language, created_at, status, reason, shown, erased) VALUES ";

  private final Articles articles;

  Ledger(Articles articles) {
    this.articles = articles;
  }

  /** A comment that gets its rows. */
  record Entry(Post post, Comment comment) {}

  private record Parent(UUID article, boolean published, byte[] path) {}

  /** What is known before anything is written; parents stay as they are until the commit. */
  record Known(Set<KnownArticle> articles, Map<UUID, Parent> parents, Set<UUID> redeemed) {

    /** Where it goes; null if its article or its parent isn't what it was taken for. */
    @Nullable ThreadPath place(Post post) {
      Draft draft = post.draft();
      if (!articles.contains(post.article())) {
        return null;
      }
      if (draft.parent() == null) {
        return ThreadPath.root(draft.id());
      }
      Parent parent = parents.get(draft.parent());
      return parent != null && parent.published() && parent.article().equals(draft.article())
          ? ThreadPath.of(parent.path()).reply(draft.id())
          : null;
    }
  }

  Known look(Connection connection, List<Post> posts) throws SQLException {
    Set<UUID> below = new LinkedHashSet<>();
    Set<UUID> parents = new TreeSet<>();
    Set<UUID> nonces = new LinkedHashSet<>();
    for (Post post : posts) {
      below.add(post.article().id());
      if (post.draft().parent() != null) {
        parents.add(post.draft().parent());
      }
      if (post.answered() != null) {
        nonces.add(post.answered().token().nonce());
      }
    }
    Known known = new Known(new HashSet<>(), new HashMap<>(), new HashSet<>());
    Packet packet = new Packet();
    articles.look(packet, below, known.articles()::add);
    if (!parents.isEmpty()) {
      packet.ask(
          "SELECT id, article_id, status, path FROM comment FORCE INDEX (PRIMARY) WHERE id IN ("
              + times(parents.size(), "?", ",")
              + ") LOCK IN SHARE MODE",
          List.copyOf(parents),
          row ->
              known
                  .parents()
                  .put(
                      UuidBytes.uuid(row.getBytes(1)),
                      new Parent(
                          UuidBytes.uuid(row.getBytes(2)),
                          CommentStatus.valueOf(row.getString(3)) == CommentStatus.PUBLISHED,
                          row.getBytes(4))));
    }
    if (!nonces.isEmpty()) {
      packet.ask(
          "SELECT nonce FROM redemption WHERE nonce IN (" + times(nonces.size(), "?", ",") + ")",
          List.copyOf(nonces),
          row -> known.redeemed().add(UuidBytes.uuid(row.getBytes(1))));
    }
    packet.send(connection);
    return known;
  }

  /**
   * Writes all of it. A challenge that another instance is just redeeming fails it.
   *
   * @param slot where this instance adds to an article's counts
   */
  void write(Connection connection, List<Entry> entries, ToIntFunction<UUID> slot)
      throws SQLException {
    if (entries.isEmpty()) {
      return;
    }
    Packet packet = new Packet();
    redeem(packet, entries);
    comments(packet, entries);
    addresses(packet, entries);
    count(packet, entries, slot);
    note(packet, entries);
    packet.send(connection);
  }

  private static void redeem(Packet packet, List<Entry> entries) {
    List<@Nullable Object> rows = new ArrayList<>();
    for (Entry entry : entries) {
      Post.Answered answered = entry.post().answered();
      if (answered != null) {
        rows.add(answered.token().nonce());
        rows.add(answered.token().expiresAt());
        rows.add(entry.comment().id());
        rows.add(entry.post().draft().fingerprint());
      }
    }
    insert(
        packet,
        "INSERT INTO redemption (nonce, expires_at, comment_id, fingerprint) VALUES ",
        4,
        rows,
        "");
  }

  private static void comments(Packet packet, List<Entry> entries) {
    List<@Nullable Object> rows = new ArrayList<>();
    for (Entry entry : entries) {
      Comment comment = entry.comment();
      rows.addAll(
          Arrays.<@Nullable Object>asList(
              comment.id(),
              comment.articleId(),
              comment.parentId(),
              comment.rootId(),
              comment.path(),
              comment.writer(),
              comment.authorId(),
              comment.name(),
              comment.body(),
              comment.html(),
              comment.language(),
              comment.createdAt(),
              comment.status(),
              comment.reason(),
              comment.shown(),
              comment.erased()));
    }
    insert(packet, COMMENT, 16, rows, "");
  }

  private static void addresses(Packet packet, List<Entry> entries) {
    List<Object> rows = new ArrayList<>();
    for (Entry entry : entries) {
      String email = entry.post().draft().email();
      if (email != null) {
        rows.add(entry.comment().id());
        rows.add(email);
      }
    }
    insert(packet, "INSERT INTO correspondent (comment_id, email) VALUES ", 2, rows, "");
  }

  /** In the order of the key: two instances wait for each other, and not both for the other. */
  private static void count(Packet packet, List<Entry> entries, ToIntFunction<UUID> slot) {
    Map<String, Map<Integer, Integer>> added = new TreeMap<>();
    for (Entry entry : entries) {
      Comment comment = entry.comment();
      added
          .computeIfAbsent(Tallies.subject(comment), subject -> new TreeMap<>())
          .merge(slot.applyAsInt(comment.articleId()), 1, Integer::sum);
    }
    List<Object> rows = new ArrayList<>();
    added.forEach(
        (subject, slots) -> slots.forEach((in, total) -> rows.addAll(List.of(subject, in, total))));
    insert(
        packet,
        "INSERT INTO tally (subject, slot, total) VALUES ",
        3,
        rows,
        " ON DUPLICATE KEY UPDATE total = total + VALUES(total)");
  }

  /** One note of each article is enough for what was committed at once. */
  private static void note(Packet packet, List<Entry> entries) {
    List<Object> rows = new ArrayList<>();
    entries.stream()
        .map(Entry::comment)
        .filter(Comment::isPublished)
        .map(Comment::articleId)
        .distinct()
        .forEach(article -> rows.addAll(List.of(Ids.next(), article)));
    insert(packet, "INSERT INTO thread_news (id, article_id) VALUES ", 2, rows, "");
  }

  private static void insert(
      Packet packet, String into, int columns, List<?> values, String otherwise) {
    if (!values.isEmpty()) {
      String row = "(" + times(columns, "?", ",") + ")";
      packet.tell(into + times(values.size() / columns, row, ",") + otherwise, values);
    }
  }
}
