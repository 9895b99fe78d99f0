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
    long version) {}
