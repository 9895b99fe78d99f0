package voxpop.gateway.edge;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an operator may set about the door.
 *
 * @param trustedProxies CIDR blocks from which {@code X-Forwarded-For} is believed; none by default
 * @param openOrigins other origins whose pages may read and write below {@code /api}, with a token
 *     of their own; none by default
 * @param cacheMegabytes what all cached pages may take together
 * @param shortWay whether cached pages go past routes and filters; off to look for a fault
 * @param hstsSeconds for how long browsers shall come by https only, once they came so: a year
 */
@ConfigurationProperties("voxpop.gateway")
public record GatewaySettings(
    @Nullable List<String> trustedProxies,
    @Nullable List<String> openOrigins,
    @Bindable(defaultValue = "64") @Min(1) @NotNull Integer cacheMegabytes,
    @Bindable(defaultValue = "true") @NotNull Boolean shortWay,
    @Bindable(defaultValue = "31536000") @Min(0) @NotNull Integer hstsSeconds) {

  public List<String> proxies() {
    return trustedProxies == null ? List.of() : trustedProxies;
  }

  public List<String> origins() {
    return openOrigins == null ? List.of() : openOrigins;
  }
}
