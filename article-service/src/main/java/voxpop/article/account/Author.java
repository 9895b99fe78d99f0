package voxpop.article.account;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import voxpop.kit.caller.Role;
import voxpop.kit.id.UuidBytes;

/**
 * Somebody with an account.
 *
 * @param email lower case, for signing in; shown to administrators only
 * @param name as in the address of the author's list
 * @param roles comma separated
 * @param languages those that a translator translates into, comma separated
 */
@MappedEntity("author")
public record Author(
    @Id @TypeDef(type = DataType.BYTE_ARRAY, converter = UuidBytes.class) UUID id,
    String email,
    String name,
    String displayName,
    @Nullable String note,
    String passwordHash,
    String roles,
    String languages,
    Instant createdAt) {

  List<Role> roleList() {
    return words(roles).map(Role::of).toList();
  }

  List<String> languageList() {
    return words(languages).toList();
  }

  boolean isAdministrator() {
    return roleList().contains(Role.ADMINISTRATOR);
  }

  static String join(Collection<?> values) {
    return values.stream()
        .map(value -> value instanceof Role role ? role.word() : value.toString())
        .distinct()
        .sorted()
        .collect(Collectors.joining(","));
  }

  /** Addresses differ in nothing but case for no provider that matters. */
  static String emailOf(String typed) {
    return typed.strip().toLowerCase(Locale.ROOT);
  }

  private static java.util.stream.Stream<String> words(String joined) {
    return Arrays.stream(joined.split(",", -1)).filter(word -> !word.isEmpty());
  }
}
