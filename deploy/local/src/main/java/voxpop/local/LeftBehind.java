package voxpop.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends processes that an earlier start could not end, because it was itself killed. */
final class LeftBehind {
  private LeftBehind() {}

  /**
   * @param pidFile where its number was written
   * @param mark what its command line must contain: the number may be somebody else's by now
   */
  static void end(Path pidFile, String mark, Duration patience) throws IOException {
    if (Files.exists(pidFile)) {
      running(Files.readString(pidFile).strip(), mark).ifPresent(process -> end(process, patience));
      Files.deleteIfExists(pidFile);
    }
  }

  /** Asks it to stop, insists after the patience is over, and returns when it is gone. */
  static void end(ProcessHandle process, Duration patience) {
    process.destroy();
    if (!gone(process, patience)) {
      process.destroyForcibly();
      gone(process, patience);
    }
  }

  private static Optional<ProcessHandle> running(String number, String mark) {
    return number.matches("\\d{1,9}")
        ? ProcessHandle.of(Long.parseLong(number))
            .filter(process -> commandLine(process).contains(mark))
        : Optional.empty();
  }

  private static String commandLine(ProcessHandle process) {
    try {
      return new String(
          Files.readAllBytes(Path.of("/proc/" + process.pid() + "/cmdline")),
          StandardCharsets.UTF_8);
    } catch (IOException gone) {
      return "";
    }
  }

  private static boolean gone(ProcessHandle process, Duration patience) {
    try {
      process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      return !process.isAlive();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
