package voxpop.kit.feed;

import static voxpop.kit.together.Packet.times;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import voxpop.kit.database.Binding;

/** What {@link Changes} writes of one subject, of several with as many statements. */
record SeveralChanges(Connection connection, String type) {

  record Written(String nonce, String data, Timestamp at) {}

  void write(SortedMap<String, Written> bySubject) throws SQLException {
    lock(bySubject);
    remember(insert(bySubject, last(bySubject)));
  }

  private void lock(SortedMap<String, Written> bySubject) throws SQLException {
    List<Object> rows = new ArrayList<>();
    bySubject.keySet().forEach(subject -> rows.addAll(List.of(type, subject)));
    update(
        "INSERT INTO feed_subject (type, subject, last_change) VALUES "
            + times(bySubject.size(), "(?,?,0)", ",")
            + " ON DUPLICATE KEY UPDATE last_change = last_change",
        rows);
  }

  private Map<String, Long> last(SortedMap<String, Written> bySubject) throws SQLException {
    List<Object> keys = new ArrayList<>(List.of(type));
    keys.addAll(bySubject.keySet());
    try (PreparedStatement sql =
        connection.prepareStatement(
            "SELECT subject, last_change FROM feed_subject WHERE type = ? AND subject IN ("
                + times(bySubject.size(), "?", ",")
                + ") AND last_change > 0")) {
      Binding.bind(sql, keys.toArray());
      Map<String, Long> last = new HashMap<>();
      try (ResultSet row = sql.executeQuery()) {
        while (row.next()) {
          last.put(row.getString(1), row.getLong(2));
        }
      }
      return last;
    }
  }

  /** In one statement, whose rows the server numbers in their order. */
  private Map<String, Long> insert(SortedMap<String, Written> bySubject, Map<String, Long> last)
      throws SQLException {
    List<@Nullable Object> rows = new ArrayList<>();
    bySubject.forEach(
        (subject, written) -> {
          rows.addAll(List.of(written.nonce(), type, subject, written.data(), written.at()));
          rows.add(last.get(subject));
        });
    try (PreparedStatement sql =
        connection.prepareStatement(
            "INSERT INTO feed_change (nonce, type, subject, removal, data, written_at, replaces)"
                + " VALUES "
                + times(bySubject.size(), "(?,?,?,FALSE,?,?,?)", ","),
            Statement.RETURN_GENERATED_KEYS)) {
      Binding.bind(sql, rows.toArray());
      sql.executeUpdate();
      Map<String, Long> ids = new TreeMap<>();
      try (ResultSet keys = sql.getGeneratedKeys()) {
        for (String subject : bySubject.keySet()) {
          keys.next();
          ids.put(subject, keys.getLong(1));
        }
      }
      return ids;
    }
  }

  private void remember(Map<String, Long> ids) throws SQLException {
    List<Object> rows = new ArrayList<>();
    ids.forEach((subject, id) -> rows.addAll(List.of(type, subject, id)));
    update(
        "INSERT INTO feed_subject (type, subject, last_change) VALUES "
            + times(ids.size(), "(?,?,?)", ",")
            + " ON DUPLICATE KEY UPDATE last_change = VALUES(last_change)",
        rows);
  }

  private void update(String statement, List<?> values) throws SQLException {
    try (PreparedStatement sql = connection.prepareStatement(statement)) {
      Binding.bind(sql, values.toArray());
      sql.executeUpdate();
    }
  }
}
