package voxpop.article.account;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What somebody signs in with.
 *
 * @param name of the browser or program, shown in the list of sign-ins
 */
@Serdeable
record Credentials(
    @NotBlank(message = "is missing")
        @Size(max = 254, message = "is longer than an e-mail address can be")
        String email,
    @NotBlank(message = "is missing")
        @Size(max = AuthorInput.LONGEST_PASSWORD, message = "is longer than a password can be")
        String password,
    @Nullable @Size(max = 200, message = "can have 200 characters") String name) {}
