package voxpop.kit.outbound;

import io.netty.resolver.AbstractAddressResolver;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/**
 * Resolves a name once, and answers only if all that it found may be reached: the connection goes
 * to just that address, so a name that leads elsewhere a moment later (rebinding) gains nothing.
 */
@Singleton
@Named(GuardedResolver.NAME)
class GuardedResolver extends AddressResolverGroup<InetSocketAddress> {
  static final String NAME = "guarded";

  private final PublicAddresses addresses;
  private final Names names;

  GuardedResolver(PublicAddresses addresses, Names names) {
    this.addresses = addresses;
    this.names = names;
  }

  @Override
  protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
    return new OfLoop(executor);
  }

  private final class OfLoop extends AbstractAddressResolver<InetSocketAddress> {
    OfLoop(EventExecutor executor) {
      super(executor, InetSocketAddress.class);
    }

    /** An address in digits is looked at like a name. */
    @Override
    protected boolean doIsResolved(InetSocketAddress address) {
      return false;
    }

    @Override
    protected void doResolve(InetSocketAddress asked, Promise<InetSocketAddress> promise) {
      Thread.startVirtualThread(
          () -> {
            try {
              promise.trySuccess(find(asked).getFirst());
            } catch (UnknownHostException | RuntimeException e) {
              promise.tryFailure(e);
            }
          });
    }

    @Override
    protected void doResolveAll(InetSocketAddress asked, Promise<List<InetSocketAddress>> promise) {
      Thread.startVirtualThread(
          () -> {
            try {
              promise.trySuccess(find(asked));
            } catch (UnknownHostException | RuntimeException e) {
              promise.tryFailure(e);
            }
          });
    }
  }

  private List<InetSocketAddress> find(InetSocketAddress asked) throws UnknownHostException {
    List<InetSocketAddress> found = new ArrayList<>();
    for (InetAddress address : names.addressesOf(asked.getHostString())) {
      if (!addresses.contain(address)) {
        throw new NotPublic("The address leads into a network that is not public.");
      }
      found.add(new InetSocketAddress(address, asked.getPort()));
    }
    if (found.isEmpty()) {
      throw new UnknownHostException(asked.getHostString());
    }
    return found;
  }
}
