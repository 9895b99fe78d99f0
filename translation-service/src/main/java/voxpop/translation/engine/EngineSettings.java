package voxpop.translation.engine;

import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How one engine is reached: {@code voxpop.engine.<name>.address}, {@code .key} and so on.
 *
 * @param model for engines that have several
 * @param budget characters that may be sent to it in a calendar month (UTC); without, as many as
 *     there are
 * @param timeout of one question
 */
@EachProperty("voxpop.engine")
record EngineSettings(
    @Parameter String name,
    @Nullable String address,
    @Nullable String key,
    @Nullable String model,
    @Nullable Long budget,
    @Bindable(defaultValue = "20s") Duration timeout) {

  static EngineSettings none(String name) {
    return new EngineSettings(name, null, null, null, null, Duration.ofSeconds(20));
  }
}
