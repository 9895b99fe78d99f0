package voxpop.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Starts the whole of Voxpop on this machine and stays until it is told to stop; {@code
 * deploy/local/up} builds it and runs this.
 */
public final class Up {
  // a channel that nobody holds is closed by the garbage collector, and its lock given up
  private static @Nullable FileChannel lock;

  private Up() {}

  public static void main(String[] arguments) {
    Screen screen = Screen.ofThisProcess(System.getenv());
    int status;
    try {
      Options options = Options.parse(List.of(arguments), System.getenv());
      if (options.has("help")) {
        screen.say(Options.HELP);
        return;
      }
      Path checkout =
          Path.of(System.getProperty("voxpop.checkout", ".")).toAbsolutePath().normalize();
      Path data = options.data(checkout.resolve("deploy/local/data"));
      status = run(options, checkout, data, screen);
    } catch (CannotStart e) {
      System.err.println(e.getMessage());
      status = 1;
    } catch (InterruptedException e) {
      status = 1;
    }
    System.exit(status);
  }

  private static int run(Options options, Path checkout, Path data, Screen screen)
      throws InterruptedException {
    try {
      alone(data);
      Starting starting = new Starting(options, checkout, data, screen);
      Thread main = Thread.currentThread();
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    // a start in the middle is given up
                    main.interrupt();
                    starting.stop();
                  }));
      starting.everything();
      return starting.untilSomethingEnds();
    } catch (IOException e) {
      throw new CannotStart("%s cannot be used for the data: %s".formatted(data, e), e);
    }
  }

  /**
   * One start at a time per data folder; the kernel gives it up with this process, however that
   * ends.
   */
  private static void alone(Path data) throws IOException {
    Files.createDirectories(data);
    Path file = data.resolve("up.lock");
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    if (channel.tryLock() == null) {
      throw new CannotStart(
          "Voxpop already runs with the data in %s (process %s): stop that, or name another folder with --data and another port with --port."
              .formatted(data, Files.readString(file).strip()));
    }
    lock = channel;
    channel.truncate(0);
    channel.write(StandardCharsets.US_ASCII.encode(ProcessHandle.current().pid() + "\n"));
  }
}
