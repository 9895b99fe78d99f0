package voxpop.article.account;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Positive;
import java.time.Duration;

/**
 * How many wrong passwords are let pass; right ones aren't counted.
 *
 * @param failuresPerAccount in a window: a person who has forgotten a password gives up sooner, and
 *     a guesser gets a thousand tries a day
 * @param failuresPerNetwork in a window: a whole office behind one address, on the Monday after the
 *     passwords were changed
 */
@ConfigurationProperties("voxpop.sign-in")
record SignInSettings(
    @Bindable(defaultValue = "10") @Positive int failuresPerAccount,
    @Bindable(defaultValue = "100") @Positive int failuresPerNetwork,
    @Bindable(defaultValue = "15m") Duration window) {}
