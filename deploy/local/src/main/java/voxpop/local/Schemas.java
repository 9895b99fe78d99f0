package voxpop.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A database server with the rights to make schemas and users there.
 *
 * @param authority {@code host:port}
 * @param parameters of Connector/J
 */
record Schemas(String authority, Map<String, String> parameters, String user, String password) {
  private static final Pattern ADDRESS =
      Pattern.compile("(?:jdbc:)?(?:mysql|mariadb)://([^/?#@\\s]+)/?(?:\\?(\\S*))?");

  static Schemas embedded(EmbeddedDatabase database) {
    return of(database.jdbcUrl(""), database.user(), database.password());
  }

  /**
   * {@code mysql://host:port}, with or without {@code jdbc:} before and parameters of Connector/J
   * behind.
   */
  static Schemas of(String address, String user, String password) {
    Matcher parts = ADDRESS.matcher(address);
    if (!parts.matches()) {
      throw new CannotStart(
          "--database takes an address such as mysql://127.0.0.1:3306 (without a schema: three are made), not \"%s\"."
              .formatted(address));
    }
    Map<String, String> parameters = new LinkedHashMap<>(EmbeddedDatabase.parameters());
    if (parts.group(2) != null) {
      for (String parameter : parts.group(2).split("&")) {
        int equals = parameter.indexOf('=');
        if (equals > 0) {
          parameters.put(parameter.substring(0, equals), parameter.substring(equals + 1));
        }
      }
    }
    return new Schemas(parts.group(1), parameters, user, password);
  }

  String jdbcUrl(String schema) {
    return "jdbc:mysql://"
        + authority
        + "/"
        + schema
        + "?"
        + String.join(
            "&", parameters.entrySet().stream().map(p -> p.getKey() + "=" + p.getValue()).toList());
  }

  /**
   * Makes a schema and a user of the same name that sees nothing else, or gives an existing one
   * this password.
   */
  void provide(String schema, String password) {
    try (Connection connection = connect();
        var statement = connection.createStatement()) {
      statement.execute(
          "CREATE DATABASE IF NOT EXISTS `%s` CHARACTER SET utf8mb4".formatted(schema));
      statement.execute(
          "CREATE USER IF NOT EXISTS '%s'@'%%' IDENTIFIED BY '%s'".formatted(schema, password));
      statement.execute("ALTER USER '%s'@'%%' IDENTIFIED BY '%s'".formatted(schema, password));
      // an underscore stands for any letter there
      statement.execute(
          "GRANT ALL ON `%s`.* TO '%s'@'%%'".formatted(schema.replace("_", "\\_"), schema));
    } catch (SQLException e) {
      throw new CannotStart(
          "The database at %s does not let %s make the schema and user %s: %s"
              .formatted(authority, user, schema, e.getMessage()),
          e);
    }
  }

  /** Whether a site was founded there before; without its table there is none. */
  boolean isFounded(String schema) {
    try (Connection connection = connect();
        var statement = connection.createStatement();
        var tables =
            statement.executeQuery("SHOW TABLES FROM `%s` LIKE 'site'".formatted(schema))) {
      if (!tables.next()) {
        return false;
      }
      try (var rows = statement.executeQuery("SELECT 1 FROM `%s`.site LIMIT 1".formatted(schema))) {
        return rows.next();
      }
    } catch (SQLException e) {
      throw new CannotStart("The database at %s says: %s".formatted(authority, e.getMessage()), e);
    }
  }

  private Connection connect() {
    try {
      return DriverManager.getConnection(jdbcUrl(""), user, password);
    } catch (SQLException e) {
      throw new CannotStart(
          "No connection to the database at %s as %s: %s"
              .formatted(
                  authority, user, String.valueOf(e.getMessage()).lines().findFirst().orElse("")),
          e);
    }
  }
}
