package voxpop.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a strict API server would say, and what it would accept although it can't work. */
class ManifestsTest {
  static List<Variant> variants() {
    return Variant.all();
  }

  @ParameterizedTest
  @MethodSource("variants")
  void every_object_has_the_shape_of_its_kind(Variant variant) throws Exception {
    for (Manifest manifest : variant.manifests()) {
      Schema.check(manifest);
    }
  }

  @ParameterizedTest
  @MethodSource("variants")
  void no_two_objects_have_one_name(Variant variant) {
    Set<String> seen = new HashSet<>();
    assertThat(variant.manifests()).allMatch(manifest -> seen.add(manifest.toString()));
  }

  @ParameterizedTest
  @MethodSource("variants")
  void what_is_named_is_there(Variant variant) {
    assertThat(new References(variant.manifests()).broken()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("variants")
  void every_container_is_hardened(Variant variant) {
    assertThat(variant.manifests()).allSatisfy(Hardening::check);
  }

  @ParameterizedTest
  @MethodSource("variants")
  void no_secret_is_written_down(Variant variant) {
    assertThat(variant.manifests()).noneMatch(manifest -> manifest.kind().equals("Secret"));
  }
}
