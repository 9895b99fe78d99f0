package voxpop.translation.engine;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How engines are chosen and asked.
 *
 * @param order which one is asked first where {@code routes} says nothing
 * @param routes for single pairs: {@code en>es=deepl,apertium; *>de=libretranslate}; the first that
 *     fits counts, and only the engines that it names are asked, in this order
 * @param visitorsShare of each budget that visitors may use up, from 0 to 1
 * @param pause before an engine that said "later" or failed is asked again within one question; it
 *     doubles
 * @param rest how long an engine is left in peace that failed five times of ten
 */
@ConfigurationProperties("voxpop.engines")
record EnginesSettings(
    @Bindable(defaultValue = "deepl,openai,libretranslate,apertium") String order,
    @Bindable(defaultValue = "") String routes,
    @Bindable(defaultValue = "0.2") double visitorsShare,
    @Bindable(defaultValue = "500ms") Duration pause,
    @Bindable(defaultValue = "30s") Duration rest) {}
