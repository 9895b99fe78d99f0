package voxpop.article.site;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import voxpop.kit.problem.Problem;
import voxpop.kit.problem.Violation;

/** What an administrator says about the site. */
@Serdeable
record SiteInput(
    @NotBlank(message = "is missing") @Size(max = 120, message = "can have 120 characters")
        String name,
    @Nullable @Size(max = 300, message = "can have 300 characters") String tagline,
    @NotNull(message = "is missing")
        @Size(max = 300, message = "can have 300 characters")
        @Pattern(
            regexp = "https?://[^/?#@\\s]+",
            message = "takes http:// or https://, a host, and nothing behind it")
        String address,
    @NotBlank(message = "is missing") String language,
    @NotEmpty(message = "say at least one") @Size(max = 60, message = "can have 60 languages")
        List<
                @Pattern(
                    regexp = Languages.TAG,
                    message = "is no language tag (BCP 47), as de or pt-BR")
                String>
            languages,
    @NotBlank(message = "is missing") String timeZone,
    @Nullable MachineEditions machineEditions,
    @Nullable CommentRule comments,
    @Nullable Map<String, MachineEditions> machineEditionsByLanguage,
    @Nullable Boolean indexMachineEditions) {

  Site toSite(long version) {
    var violations = new ArrayList<Violation>();
    if (!languages.contains(language))
      violations.add(new Violation("language", "is not among the site's languages"));
    if (!ZoneId.getAvailableZoneIds().contains(timeZone)) {
      violations.add(new Violation("timeZone", "is no time zone, as Europe/Berlin"));
    }
    var exceptions =
        machineEditionsByLanguage == null
            ? Map.<String, MachineEditions>of()
            : machineEditionsByLanguage;
    exceptions.keySet().stream()
        .filter(tag -> !languages.contains(tag))
        .map(
            tag ->
                new Violation(
                    "machineEditionsByLanguage[" + tag + "]", "is not among the site's languages"))
        .forEach(violations::add);
    if (!violations.isEmpty()) throw Problem.invalid(violations);
    return new Site(
        name.strip(),
        tagline == null ? "" : tagline.strip(),
        address,
        language,
        languages.stream().distinct().toList(),
        timeZone,
        machineEditions == null ? MachineEditions.PUBLISHED : machineEditions,
        comments == null ? CommentRule.OPEN : comments,
        exceptions,
        Boolean.TRUE.equals(indexMachineEditions),
        version);
  }
}
