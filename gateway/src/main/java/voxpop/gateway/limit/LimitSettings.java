package voxpop.gateway.limit;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Positive;

/**
 * What is allowed in a minute. Each gateway counts for itself: a house with three of them behind a
 * balancer allows up to three times as much.
 *
 * @param comments from one network: a whole school class at once
 * @param recommendations from one reader
 * @param recommendationsPerNetwork from all readers of one network
 * @param writes of any other kind, by one account, or from one network where nobody is signed in
 * @param reads of {@code /api}, by one account, or from one network where nobody is signed in
 */
@ConfigurationProperties("voxpop.gateway.limits")
record LimitSettings(
    @Bindable(defaultValue = "60") @Positive int comments,
    @Bindable(defaultValue = "300") @Positive int recommendations,
    @Bindable(defaultValue = "1200") @Positive int recommendationsPerNetwork,
    @Bindable(defaultValue = "1200") @Positive int writes,
    @Bindable(defaultValue = "6000") @Positive int reads) {}
