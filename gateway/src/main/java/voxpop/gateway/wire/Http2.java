package voxpop.gateway.wire;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.HttpVersion;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration;
import jakarta.inject.Singleton;

/** HTTP/2 for those who ask for it (ALPN), with TLS only: no browser speaks it in clear. */
@Singleton
@Requires(property = "voxpop.tls.enabled", value = "true")
class Http2 implements BeanCreatedEventListener<NettyHttpServerConfiguration> {
  @Override
  public NettyHttpServerConfiguration onCreated(
      BeanCreatedEvent<NettyHttpServerConfiguration> event) {
    event.getBean().setHttpVersion(HttpVersion.HTTP_2_0);
    return event.getBean();
  }
}
