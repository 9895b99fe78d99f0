package voxpop.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps it from starting, each in one sentence; the whole start is tested from end to end. */
class UpTest {
  @TempDir Path data;

  @Test
  void a_second_start_in_the_same_folder_is_refused_and_leaves_the_first_alone() throws Exception {
    Process part = new ProcessBuilder("sleep", "60").start();
    Files.createDirectories(data.resolve("run"));
    Files.writeString(data.resolve("run/gateway.pid"), part.pid() + "\n");
    try (FileChannel first =
            FileChannel.open(
                data.resolve("up.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = first.lock()) {
      assertThat(lock.isValid()).isTrue();
      first.write(java.nio.ByteBuffer.wrap("4711\n".getBytes()));
      assertThat(refusal()).contains("already runs").contains("process 4711");
      assertThat(part.isAlive()).isTrue();
    } finally {
      part.destroyForcibly();
    }
  }

  @Test
  void a_taken_port_is_named() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(refusal("--port", "" + taken.getLocalPort()))
          .contains("Port " + taken.getLocalPort())
          .contains("--port");
    }
  }

  @Test
  void a_database_of_ones_own_that_is_away_is_named() throws Exception {
    assertThat(
            refusal("--port", "" + Ports.free(), "--database", "mysql://127.0.0.1:" + Ports.free()))
        .contains("No connection to the database at 127.0.0.1");
  }

  @Test
  void an_unknown_option_is_told() throws Exception {
    assertThat(refusal("--prot", "80")).contains("There is no option --prot");
  }

  /** What it says when it ends: one line, and a status that is not 0. */
  private String refusal(String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                Up.class.getName(),
                "--data",
                data.toString()));
    command.addAll(List.of(arguments));
    Process up =
        new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    String said = new String(up.getErrorStream().readAllBytes());
    assertThat(up.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(up.exitValue()).isEqualTo(1);
    assertThat(said.strip().lines().toList()).as(said).hasSize(1);
    return said;
  }
}
