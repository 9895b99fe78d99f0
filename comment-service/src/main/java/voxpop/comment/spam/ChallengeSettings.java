package voxpop.comment.spam;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How challenges are made.
 *
 * @param key base64url of 32 random bytes, the same for all instances; while it is being replaced,
 *     the new and the old one, separated by a comma
 * @param validity how long a sum may be answered: as long as somebody may take to write
 * @param minimumFill people need at least this long to fill in the form
 */
@ConfigurationProperties("voxpop.challenge")
public record ChallengeSettings(
    @Nullable String key,
    @Bindable(defaultValue = "1h") Duration validity,
    @Bindable(defaultValue = "2s") Duration minimumFill) {}
