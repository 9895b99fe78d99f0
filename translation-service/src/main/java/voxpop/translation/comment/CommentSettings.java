package voxpop.translation.comment;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Positive;
import voxpop.translation.document.Pace;

/** How many comments a minute are translated for one network, one reader, one signed-in person. */
@ConfigurationProperties("voxpop.comment-translations")
record CommentSettings(
    @Bindable(defaultValue = "60") @Positive int perNetwork,
    @Bindable(defaultValue = "20") @Positive int perReader,
    @Bindable(defaultValue = "120") @Positive int perAccount)
    implements Pace.Limits {}
