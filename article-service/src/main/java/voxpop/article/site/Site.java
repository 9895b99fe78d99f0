package voxpop.article.site;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;

/**
 * The site as everybody sees it.
 *
 * @param address where it is reached, without a slash at the end; all absolute addresses come from
 *     it
 * @param language what the site speaks where it doesn't know better
 * @param machineEditionsByLanguage the languages in which another rule than {@code machineEditions}
 *     holds
 * @param indexMachineEditions whether search engines are shown what nobody has reviewed
 * @param version grows with each change
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Site(
    String name,
    String tagline,
    String address,
    String language,
    List<String> languages,
    String timeZone,
    MachineEditions machineEditions,
    CommentRule comments,
    Map<String, MachineEditions> machineEditionsByLanguage,
    boolean indexMachineEditions,
    long version) {}
