package voxpop.translation.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which engines are asked for a pair, and in which order. */
record Routes(List<Route> routes, List<String> order) {
  private static final Pattern ROUTE =
      Pattern.compile("\\s*([\\w-]+|\\*)\\s*>\\s*([\\w-]+|\\*)\\s*=(.*)");

  record Route(String source, String target, List<String> engines) {
    boolean fits(Pair pair) {
      return (source.equals("*") || source.equals(pair.source()))
          && (target.equals("*") || target.equals(pair.target()));
    }
  }

  /**
   * Reads the settings.
   *
   * @throws IllegalArgumentException with a sentence for whoever set them
   */
  static Routes of(EnginesSettings settings, Set<String> known) {
    List<Route> routes = new ArrayList<>();
    for (String line : settings.routes().split(";", -1)) {
      if (line.isBlank()) continue;
      Matcher route = ROUTE.matcher(line);
      if (!route.matches()) {
        throw new IllegalArgumentException(
            "voxpop.engines.routes: “" + line.strip() + "” is not like “en>es=deepl,apertium”.");
      }
      routes.add(new Route(route.group(1), route.group(2), names(route.group(3), known)));
    }
    return new Routes(routes, names(settings.order(), known));
  }

  /** The engines for a pair in their order; those that the order doesn't name come last. */
  List<Engine> route(Pair pair, List<Engine> engines) {
    for (Route route : routes) {
      if (route.fits(pair)) {
        return engines.stream()
            .filter(engine -> route.engines().contains(engine.name()))
            .sorted(Comparator.comparingInt(engine -> route.engines().indexOf(engine.name())))
            .toList();
      }
    }
    return inOrder(engines);
  }

  /** All of them, those for readers first. */
  List<Engine> inOrder(List<Engine> engines) {
    return engines.stream()
        .sorted(
            Comparator.comparing(Engine::forReaders)
                .reversed()
                .thenComparingInt(engine -> place(engine.name())))
        .toList();
  }

  private int place(String engine) {
    int at = order.indexOf(engine);
    return at < 0 ? order.size() : at;
  }

  private static List<String> names(String list, Set<String> known) {
    List<String> names =
        Arrays.stream(list.split(",")).map(String::strip).filter(n -> !n.isEmpty()).toList();
    names.stream()
        .filter(name -> !known.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new IllegalArgumentException(
                  "voxpop.engines: there is no engine “" + name + "”, only " + known + ".");
            });
    return names;
  }
}
