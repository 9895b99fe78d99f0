package voxpop.kit.access;

import io.micronaut.context.annotation.Value;
import io.micronaut.context.exceptions.ConfigurationException;
import jakarta.inject.Singleton;

/**
 * How a program logs.
 *
 * @param format {@code VOXPOP_LOG}: {@code text} for people, {@code json} for programs; logback
 *     reads the same variable
 * @param accessLog {@code VOXPOP_ACCESS_LOG}: where the lines of access go, {@code stdout}, {@code
 *     off} or a file
 */
@Singleton
record AccessSettings(
    @Value("${voxpop.log:text}") String format,
    @Value("${voxpop.access-log:stdout}") String accessLog) {

  /**
   * @throws ConfigurationException naming the setting, for a format that there isn't
   */
  AccessSettings {
    if (!format.equals("json") && !format.equals("text")) {
      throw new ConfigurationException("VOXPOP_LOG is json or text, not " + format + ".");
    }
  }

  boolean json() {
    return format.equals("json");
  }

  boolean off() {
    return accessLog.equals("off");
  }
}
