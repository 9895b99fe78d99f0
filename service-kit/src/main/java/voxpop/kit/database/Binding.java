package voxpop.kit.database;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.kit.id.UuidBytes;

/** Gives plain JDBC its parameters as this house's tables have them. */
public final class Binding {
  private Binding() {}

  public static void bind(PreparedStatement statement, @Nullable Object... parameters)
      throws SQLException {
    for (var i = 0; i < parameters.length; i++) {
      var value =
          switch (parameters[i]) {
            case UUID id -> UuidBytes.bytes(id);
            case Instant instant -> Timestamp.from(instant);
            case Enum<?> word -> word.name();
            case null -> null;
            case Object other -> other;
          };
      statement.setObject(i + 1, value);
    }
  }
}
