package voxpop.gateway.client;

import io.micronaut.serde.annotation.Serdeable;

/** A session's secret on its way to article-service. */
@Serdeable
record Secret(String secret) {

  @Override
  public String toString() {
    return "Secret[…]";
  }
}
