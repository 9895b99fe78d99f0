package voxpop.kit.test;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tables of one schema, as far as a program that uses them can notice a change. */
record Columns(Map<String, Map<String, Column>> tables, Set<String> uniqueKeys) {
  /**
   * @param ofItself whether a row gets a value that doesn't name one: null, a default, a number
   */
  record Column(String type, boolean nullable, boolean ofItself) {}

  private static final List<String> WHOLE_NUMBERS =
      List.of("tinyint", "smallint", "mediumint", "int", "bigint");
  private static final List<String> TEXTS = List.of("tinytext", "text", "mediumtext", "longtext");
  private static final Pattern SIZED = Pattern.compile("(\\w+)\\((\\d+)\\)(.*)");

  static Columns of(Connection connection) throws SQLException {
    Map<String, Map<String, Column>> tables = new TreeMap<>();
    Set<String> keys = new TreeSet<>();
    try (var sql = connection.createStatement()) {
      // what INFORMATION_SCHEMA says may otherwise be a day old
      sql.execute("FLUSH TABLES");
      try (ResultSet rows =
          sql.executeQuery(
              "SELECT table_name t, column_name c, column_type k, is_nullable n, column_default d,"
                  + " extra e FROM information_schema.columns WHERE table_schema = DATABASE()")) {
        while (rows.next()) {
          boolean nullable = rows.getString("n").equals("YES");
          boolean ofItself =
              nullable
                  || rows.getString("d") != null
                  || rows.getString("e").toLowerCase().matches(".*(auto_increment|generated).*");
          tables
              .computeIfAbsent(rows.getString("t"), table -> new TreeMap<>())
              .put(
                  rows.getString("c"),
                  new Column(rows.getString("k").toLowerCase(), nullable, ofItself));
        }
      }
      try (ResultSet rows =
          sql.executeQuery(
              "SELECT DISTINCT CONCAT(table_name, '.', index_name) k FROM"
                  + " information_schema.statistics WHERE table_schema = DATABASE() AND non_unique"
                  + " = 0")) {
        while (rows.next()) {
          keys.add(rows.getString("k"));
        }
      }
    }
    return new Columns(tables, keys);
  }

  /** What a program made for these tables can't do with those. */
  List<String> brokenBy(Columns now) {
    List<String> broken = new ArrayList<>();
    tables.forEach(
        (table, columns) -> {
          Map<String, Column> left = now.tables.getOrDefault(table, Map.of());
          columns.forEach((name, column) -> compare(table, name, column, left.get(name), broken));
          left.forEach(
              (name, column) -> {
                if (!columns.containsKey(name) && !column.ofItself()) {
                  broken.add(table + "." + name + " is new and has no default");
                }
              });
        });
    for (String key : now.uniqueKeys) {
      String table = key.substring(0, key.indexOf('.'));
      if (tables.containsKey(table) && !uniqueKeys.contains(key)) {
        broken.add(key + " refuses rows that were good");
      }
    }
    return broken;
  }

  private static void compare(
      String table, String name, Column before, Column now, List<String> broken) {
    String place = table + "." + name;
    if (now == null) {
      broken.add(place + " is gone");
    } else if (!holds(now.type(), before.type())) {
      broken.add(place + " was " + before.type() + " and is " + now.type());
    } else if (before.nullable() && !now.nullable()) {
      broken.add(place + " takes no null any more");
    } else if (before.ofItself() && !now.ofItself()) {
      broken.add(place + " has no default any more");
    }
  }

  /** Whether every value of the one type is one of the other. */
  static boolean holds(String type, String value) {
    Matcher wide = SIZED.matcher(type);
    Matcher narrow = SIZED.matcher(value);
    String wideName = wide.matches() ? wide.group(1) : type;
    String narrowName = narrow.matches() ? narrow.group(1) : value;
    for (List<String> order : List.of(WHOLE_NUMBERS, TEXTS)) {
      if (order.contains(wideName) && order.contains(narrowName)) {
        return order.indexOf(wideName) >= order.indexOf(narrowName);
      }
    }
    if (wide.matches() && narrow.matches() && wideName.equals(narrowName)) {
      return Integer.parseInt(wide.group(2)) >= Integer.parseInt(narrow.group(2));
    }
    return type.equals(value) || (TEXTS.contains(wideName) && narrowName.equals("varchar"));
  }
}
