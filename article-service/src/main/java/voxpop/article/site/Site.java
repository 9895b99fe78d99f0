package voxpop.article.site;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * The site as everybody sees it.
 *
 * @param address where it is reached, without a slash at the end; all absolute addresses come from
 *     it
 * @param language what the site speaks where it doesn't know better
 * @param version grows with each change
 */
@Serdeable
public record Site(
    String name,
    String tagline,
    String address,
    String language,
    List<String> languages,
    String timeZone,
    MachineEditions machineEditions,
    CommentRule comments,
    long version) {}
