package voxpop.kit.caller;

import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.annotation.ClientFilter;
import io.micronaut.http.annotation.RequestFilter;

/** Shows this program's secret on calls to the other programs of the house, and to nobody else. */
@ClientFilter(serviceId = {"article-service", "comment-service", "translation-service"})
class HouseCallFilter {
  private final HouseSecrets secrets;

  HouseCallFilter(HouseSecrets secrets) {
    this.secrets = secrets;
  }

  @RequestFilter
  void show(MutableHttpRequest<?> request) {
    request.getHeaders().set(HouseHeaders.INTERNAL, secrets.own());
  }
}
