package voxpop.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HouseTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private final Screen screen = new Screen(new PrintStream(shown, true), false);
  private House house;

  @BeforeEach
  void build() throws Exception {
    house = new House(folder, "voxpop-house-test");
  }

  @Test
  void lines_of_a_part_carry_its_name() {
    house.program(() -> part("gateway", "echo hello; sleep 60"));
    await().until(() -> shown.toString(StandardCharsets.UTF_8).contains("hello"));
    assertThat(shown.toString(StandardCharsets.UTF_8)).contains("gateway             | hello");
    house.close();
  }

  @Test
  void one_that_ends_by_itself_is_named_with_its_status() {
    house.program(() -> part("comment-service", "exit 3"));
    await().until(() -> house.ended() != null);
    assertThat(house.ended()).isEqualTo("comment-service (status 3)");
    house.close();
  }

  @Test
  void closing_ends_what_a_part_started_and_even_what_does_not_listen() throws Exception {
    house.program(
        () ->
            part(
                "gateway",
                "trap '' TERM; sleep 61 & echo $! > " + folder + "/child; wait; sleep 62"));
    await()
        .until(
            () -> Files.exists(folder.resolve("child")) && Files.size(folder.resolve("child")) > 1);
    ProcessHandle child =
        ProcessHandle.of(Long.parseLong(Files.readString(folder.resolve("child")).strip()))
            .orElseThrow();
    long began = System.nanoTime();
    house.close();
    // killed, and gone as soon as the machine's first process has noticed
    await().until(() -> !child.isAlive());
    assertThat((System.nanoTime() - began) / 1_000_000_000).isLessThan(20);
    assertThat(folder.resolve("gateway.pid")).doesNotExist();
  }

  @Test
  void nothing_is_started_any_more_once_it_is_closed() {
    house.close();
    assertThatThrownBy(() -> house.program(() -> part("gateway", "sleep 60")))
        .isInstanceOf(CannotStart.class);
  }

  @Test
  void what_an_earlier_start_left_behind_is_ended_but_nobody_elses_process() throws Exception {
    Process left = new ProcessBuilder("sh", "-c", "sleep 60; : voxpop-house-test").start();
    Process stranger = new ProcessBuilder("sleep", "60").start();
    Files.writeString(folder.resolve("gateway.pid"), left.pid() + "\n");
    // the number was given to another process meanwhile
    Files.writeString(folder.resolve("comment-service.pid"), stranger.pid() + "\n");
    new House(folder, "voxpop-house-test");
    assertThat(left.isAlive()).isFalse();
    assertThat(stranger.isAlive()).isTrue();
    stranger.destroyForcibly();
  }

  private Part part(String name, String script) {
    return Part.start(name, List.of("sh", "-c", script), Map.of(), folder, screen, line -> true);
  }
}
