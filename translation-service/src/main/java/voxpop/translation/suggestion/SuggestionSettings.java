package voxpop.translation.suggestion;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Positive;
import voxpop.translation.document.Pace;

/**
 * How many suggestions a minute are taken from one network, one reader, one signed-in person, and
 * how many may wait for one sentence.
 */
@ConfigurationProperties("voxpop.suggestions")
record SuggestionSettings(
    @Bindable(defaultValue = "30") @Positive int perNetwork,
    @Bindable(defaultValue = "10") @Positive int perReader,
    @Bindable(defaultValue = "120") @Positive int perAccount,
    @Bindable(defaultValue = "20") @Positive int waiting)
    implements Pace.Limits {}
