package voxpop.gateway.edge;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;
import voxpop.gateway.client.Visitor;

/** Gives a controller the {@link Visitor} that {@link StudioDoor} has made out. */
@Singleton
class VisitorBinder implements TypedRequestArgumentBinder<Visitor> {
  @Override
  public Argument<Visitor> argumentType() {
    return Argument.of(Visitor.class);
  }

  @Override
  public BindingResult<Visitor> bind(
      ArgumentConversionContext<Visitor> context, HttpRequest<?> request) {
    // Before the filters have run the framework asks once, and again afterwards.
    Optional<Visitor> visitor = Visitors.known(request);
    return visitor.isEmpty() ? BindingResult.unsatisfied() : () -> visitor;
  }
}
