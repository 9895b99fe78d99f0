package voxpop.article.account;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import voxpop.article.site.Languages;
import voxpop.kit.caller.Role;

/**
 * What an administrator says about a person.
 *
 * @param name made from {@code displayName} when left out
 * @param password needed for a new person; left out, an existing one keeps theirs
 */
@Serdeable
record AuthorInput(
    @NotBlank(message = "is needed for signing in")
        @Email(message = "is no e-mail address")
        @Size(max = 254, message = "is longer than an e-mail address can be")
        String email,
    @Nullable
        @Pattern(
            regexp = "[a-z0-9]+(-[a-z0-9]+)*",
            message = "takes a to z, 0 to 9 and single hyphens between them")
        @Size(max = 80, message = "can have 80 characters")
        String name,
    @NotBlank(message = "is what readers see: say it")
        @Size(max = 120, message = "can have 120 characters")
        String displayName,
    @Nullable @Size(max = 2000, message = "can have 2,000 characters") String note,
    @Nullable @NotNull(message = "say what the person may do, or an empty list") List<Role> roles,
    @Nullable @Size(max = 60, message = "can have 60 languages")
        List<
                @Pattern(
                    regexp = Languages.TAG,
                    message = "is no language tag (BCP 47), as de or pt-BR")
                String>
            languages,
    @Nullable
        @Size(
            min = SHORTEST_PASSWORD,
            max = LONGEST_PASSWORD,
            message = "takes {min} to {max} characters")
        String password) {

  /** The least that NIST SP 800-63B accepts from people. */
  static final int SHORTEST_PASSWORD = 8;

  /** Whole sentences are welcome; hashing a book is not. */
  static final int LONGEST_PASSWORD = 200;
}
