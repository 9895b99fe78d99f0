package voxpop.translation.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoutesTest {
  private static final Set<String> KNOWN = Set.of("a", "b", "c");

  @Test
  void the_first_route_that_fits_counts_and_else_the_order() {
    Routes routes = routes("b,a", "en>es=a , c; *>fr=c;de>*=b");
    assertThat(names(routes, "en", "es")).containsExactly("a", "c");
    assertThat(names(routes, "de", "fr")).containsExactly("c");
    assertThat(names(routes, "de", "es")).containsExactly("b");
    assertThat(names(routes, "en", "de")).containsExactly("b", "a", "c");
  }

  @Test
  void a_mistake_is_said_when_the_program_starts() {
    assertThatThrownBy(() -> routes("a", "en-es=a")).hasMessageContaining("en-es=a");
    assertThatThrownBy(() -> routes("a", "en>es=d")).hasMessageContaining("“d”");
  }

  @Test
  void languages_are_found_by_variant_and_without() {
    Codes codes = Codes.of(List.of("EN-GB", "EN-US", "de", "pt_BR"));
    assertThat(codes.of("en")).isEqualTo("EN-US");
    assertThat(codes.of("en-GB")).isEqualTo("EN-GB");
    assertThat(codes.of("de-AT")).isEqualTo("de");
    assertThat(codes.of("pt")).isEqualTo("pt_BR");
    assertThat(codes.of("fr")).isNull();
  }

  private static List<String> names(Routes routes, String source, String target) {
    List<Engine> engines = KNOWN.stream().sorted().<Engine>map(Named::new).toList();
    return routes.route(new Pair(source, target), engines).stream().map(Engine::name).toList();
  }

  private static Routes routes(String order, String routes) {
    return Routes.of(new EnginesSettings(order, routes, 0.2, Duration.ZERO, Duration.ZERO), KNOWN);
  }

  private record Named(String name) implements Engine {
    @Override
    public String title() {
      return name;
    }

    @Override
    public boolean configured() {
      return true;
    }

    @Override
    public Probe probe() {
      return new Probe(true, Set.of(), "");
    }

    @Override
    public Limits limits() {
      return new Limits(1, 1);
    }

    @Override
    public List<String> translate(Order order) {
      return List.of();
    }
  }
}
