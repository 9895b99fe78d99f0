package voxpop.comment.spam;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Positive;

/** How many comments a minute are taken from one network, one reader, one signed-in person. */
@ConfigurationProperties("voxpop.comments")
record PaceSettings(
    @Bindable(defaultValue = "60") @Positive int perNetwork,
    @Bindable(defaultValue = "60") @Positive int perReader,
    @Bindable(defaultValue = "1200") @Positive int perAccount) {}
