package voxpop.kit.caller;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.SecurityFilter;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import voxpop.kit.problem.Problem;

/** Makes the {@link Caller} of a request from its checked token and the headers of the house. */
@Singleton
class CallerBinder implements TypedRequestArgumentBinder<Caller> {
  @Override
  public Argument<Caller> argumentType() {
    return Argument.of(Caller.class);
  }

  @Override
  public BindingResult<Caller> bind(
      ArgumentConversionContext<Caller> context, HttpRequest<?> request) {
    // A pre-matching filter has run by now; before that, the framework asks again later.
    if (request.getAttribute(SecurityFilter.KEY).isEmpty()) {
      return BindingResult.unsatisfied();
    }
    Caller caller = of(request);
    return () -> Optional.of(caller);
  }

  static Caller of(HttpRequest<?> request) {
    Optional<Authentication> token = request.getUserPrincipal(Authentication.class);
    // Who shows a token that is no longer good must learn it, and not be taken for a visitor.
    if (token.isEmpty() && request.getHeaders().contains(HttpHeaders.AUTHORIZATION)) {
      throw Problem.unauthorized("The token is not valid (any more). Renew it or sign in again.");
    }
    return new Caller(
        request.getAttribute(HouseDoor.PROGRAM, String.class).orElse(""),
        token.map(CallerBinder::author).orElse(null),
        request.getHeaders().get(HouseHeaders.READER),
        request.getHeaders().get(HouseHeaders.NETWORK));
  }

  private static Caller.Author author(Authentication token) {
    Map<String, Object> claims = token.getAttributes();
    Set<Role> roles = new HashSet<>();
    for (String role : words(claims.get("roles"))) {
      try {
        roles.add(Role.of(role));
      } catch (IllegalArgumentException e) {
        // a role of a later release: nothing that this one could allow
      }
    }
    return new Caller.Author(
        UUID.fromString(token.getName()),
        String.valueOf(claims.getOrDefault("name", "")),
        Set.copyOf(roles),
        words(claims.get("langs")));
  }

  private static Set<String> words(@Nullable Object claim) {
    return claim instanceof Collection<?> values
        ? values.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet())
        : Set.of();
  }
}
