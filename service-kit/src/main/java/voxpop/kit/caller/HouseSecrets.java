package voxpop.kit.caller;

import io.micronaut.context.annotation.ConfigurationInject;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.convert.format.MapFormat;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The secrets by which the programs of the house know each other: the one that this program sends,
 * and those that it accepts, by caller. Two comma-separated ones are accepted while a secret is
 * being replaced.
 */
@Context
@ConfigurationProperties("voxpop.internal")
public class HouseSecrets {
  /** 32 characters of base64url are 192 bits: not to be guessed. */
  static final int SHORTEST = 32;

  private final String secret;
  private final Map<String, String> accept;

  /**
   * @throws ConfigurationException if the program's own secret is missing, or any is too short; the
   *     message names the setting
   */
  @ConfigurationInject
  HouseSecrets(
      @Nullable String secret,
      @MapFormat(transformation = MapFormat.MapTransformation.FLAT)
          @Nullable Map<String, String> accept) {
    if (secret == null || secret.length() < SHORTEST) {
      throw new ConfigurationException(
          "VOXPOP_INTERNAL_SECRET is missing or shorter than "
              + SHORTEST
              + " characters: set it to the random secret that this program shows to the others.");
    }
    this.secret = secret;
    this.accept = accept == null ? Map.of() : Map.copyOf(accept);
    this.accept.forEach(HouseSecrets::requireLong);
  }

  private static void requireLong(String caller, String secrets) {
    if (Arrays.stream(secrets.split(",", -1)).anyMatch(one -> one.length() < SHORTEST)) {
      throw new ConfigurationException(
          "VOXPOP_INTERNAL_ACCEPT_%s has a secret that is empty or shorter than %d characters: set it to what %s shows, while that is being replaced the old and the new one, with a comma."
              .formatted(caller.replace('-', '_').toUpperCase(Locale.ROOT), SHORTEST, caller));
    }
  }

  /** What this program sends in {@code Voxpop-Internal}. */
  public String own() {
    return secret;
  }

  /** The program that a presented secret belongs to; the comparison takes the same time for all. */
  Optional<String> programOf(String presented) {
    byte[] shown = presented.getBytes(StandardCharsets.UTF_8);
    String found = null;
    for (var entry : accept.entrySet()) {
      for (String known : Arrays.asList(entry.getValue().split(",", -1))) {
        if (MessageDigest.isEqual(shown, known.getBytes(StandardCharsets.UTF_8))) {
          // the environment's names come in all spellings, translation.service among them
          found = entry.getKey().replace('.', '-');
        }
      }
    }
    return Optional.ofNullable(found);
  }
}
