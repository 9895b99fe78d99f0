package voxpop.gateway.client;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the blog is called, where it lives and which languages it speaks.
 *
 * @param machineEditionsByLanguage languages with another rule than {@code machineEditions}
 * @param indexMachineEditions whether search engines are shown what nobody has reviewed
 * @param menus what stands on every page, by language
 */
@Serdeable
public record Site(
    String name,
    @Nullable String tagline,
    String address,
    String language,
    List<String> languages,
    String timeZone,
    @Nullable String machineEditions,
    @Nullable String comments,
    @Nullable Map<String, String> machineEditionsByLanguage,
    @Nullable Boolean indexMachineEditions,
    long version,
    @Nullable Map<String, List<Menus.Line>> menus) {

  /** The menu for readers of a language. */
  public List<Menus.Line> menu(String language) {
    return menus == null ? List.of() : menus.getOrDefault(language, List.of());
  }

  Site with(Menus menus) {
    return new Site(
        name,
        tagline,
        address,
        language,
        languages,
        timeZone,
        machineEditions,
        comments,
        machineEditionsByLanguage,
        indexMachineEditions,
        version,
        menus.open());
  }
}
