package voxpop.kit.outbound;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Secondary;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Finds the addresses of a name; may take seconds. */
interface Names {
  /**
   * @throws UnknownHostException if it has none
   */
  InetAddress[] addressesOf(String name) throws UnknownHostException;

  /** As the machine does it. */
  @Factory
  class OfTheMachine {
    @Singleton
    @Secondary
    Names names() {
      return InetAddress::getAllByName;
    }
  }
}
