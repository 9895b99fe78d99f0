package voxpop.kit.rotation;

import io.micronaut.discovery.DiscoveryClient;
import io.micronaut.discovery.ServiceInstance;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The rotations of all programs that this one calls, and what is seen of their instances. */
@Singleton
public class Rotations {
  static final Set<String> PROGRAMS =
      Set.of("article-service", "comment-service", "translation-service");

  private final Map<String, Rotation> programs = new ConcurrentHashMap<>();

  /** A program that Consul tells of; {@code fixed} is where it is while Consul doesn't. */
  Rotation found(String program, DiscoveryClient discovery, List<ServiceInstance> fixed) {
    return rotation(program, new Whereabouts(program, discovery), fixed);
  }

  /** A program that only the settings tell of. */
  Rotation fixed(String program, List<ServiceInstance> places) {
    return rotation(program, null, places);
  }

  private Rotation rotation(
      String program, @Nullable Whereabouts whereabouts, List<ServiceInstance> fixed) {
    return programs.computeIfAbsent(program, name -> new Rotation(name, whereabouts, fixed));
  }

  /** The instance at an address, if it is one of the house's. */
  @Nullable Instance at(URI address) {
    for (Rotation program : programs.values()) {
      Instance there = program.at(address);
      if (there != null) {
        return there;
      }
    }
    return null;
  }

  @Scheduled(fixedDelay = "100ms")
  void tick() {
    programs.values().forEach(Rotation::tick);
  }

  /**
   * How many instances of a program are known, and how many of them are set aside because they were
   * just seen not to answer.
   */
  public Sight of(String program) {
    Rotation rotation = programs.get(program);
    List<Instance> all = rotation == null ? List.of() : rotation.all();
    return new Sight(all.size(), (int) all.stream().filter(instance -> !instance.usable()).count());
  }

  /** Of one program's instances. */
  public record Sight(int known, int aside) {}
}
