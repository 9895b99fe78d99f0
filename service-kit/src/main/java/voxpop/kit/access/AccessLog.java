package voxpop.kit.access;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line for each request that was answered. Whoever answers only puts bytes into memory, in well
 * under a microsecond and without ever waiting; a thread of its own writes them out. If nobody
 * takes them, lines are left out, and how many is said.
 */
@Singleton
public class AccessLog {
  private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);

  /** As much as a pipe takes at once; twice, one being filled while the other is written. */
  private static final int BUFFER = 64 * 1024;

  /** Nobody who reads along should have to wait for longer. */
  private static final Duration EVERY = Duration.ofMillis(500);

  /** A file of this size is put aside, over the one before: two of them is all that is kept. */
  private static final long LARGEST_FILE = 64L * 1024 * 1024;

  private final AccessSettings settings;
  private final ReentrantLock lock = new ReentrantLock();
  private final Thread writer;
  private AccessLine filling;
  private AccessLine spare;
  private long dropped;
  private volatile boolean spareWritten = true;
  private volatile boolean ending;

  AccessLog(AccessSettings settings) {
    this.settings = settings;
    this.filling = new AccessLine(settings.json(), BUFFER);
    this.spare = new AccessLine(settings.json(), BUFFER);
    this.writer = Thread.ofPlatform().daemon().name("access-log").unstarted(this::run);
    if (!settings.off()) {
      writer.start();
    }
  }

  /**
   * Tells of a request that is over. For the event loop: never waits.
   *
   * @param route its template, as {@code /{lang}/{slug}}
   * @param bytes of the answer's body as it was sent
   * @param nanos from the request's head to the last of the answer
   * @param id as {@link RequestId} made it
   */
  public void line(
      String method, String route, int status, long bytes, long nanos, CharSequence id) {
    if (settings.off()) {
      return;
    }
    boolean wake;
    lock.lock();
    try {
      if (filling.full() && !swap()) {
        dropped++;
        return;
      }
      filling.add(System.currentTimeMillis(), method, route, status, bytes, nanos, id);
      wake = filling.full();
    } finally {
      lock.unlock();
    }
    if (wake) {
      LockSupport.unpark(writer);
    }
  }

  /** Under the lock: makes the full one the writer's, if it is done with the other. */
  private boolean swap() {
    if (!spareWritten) {
      return false;
    }
    AccessLine full = filling;
    filling = spare;
    spare = full;
    spareWritten = false;
    return true;
  }

  private void run() {
    try (Sink sink = new Sink(settings.accessLog())) {
      boolean last = false;
      while (!last) {
        last = ending;
        if (!last) {
          LockSupport.parkNanos(EVERY.toNanos());
        }
        writeOut(sink);
        if (last) {
          writeOut(sink);
        }
      }
    } catch (IOException e) {
      LOG.error("Lines of access can't be written any more: {}", e.toString());
    }
  }

  private void writeOut(Sink sink) throws IOException {
    long lost;
    lock.lock();
    try {
      if (spareWritten && filling.size() > 0) {
        swap();
      }
      lost = dropped;
      dropped = 0;
    } finally {
      lock.unlock();
    }
    if (!spareWritten) {
      sink.write(spare.bytes(), spare.size());
      spare.clear();
      spareWritten = true;
    }
    if (lost > 0) {
      LOG.warn("{} lines of access were left out: nobody took them fast enough", lost);
    }
  }

  @PreDestroy
  void end() throws InterruptedException {
    ending = true;
    LockSupport.unpark(writer);
    writer.join(EVERY.toMillis() * 2);
  }

  /** Where the lines go. */
  private static final class Sink implements AutoCloseable {
    private final Path file;
    private final boolean toFile;
    private OutputStream out;
    private long written;

    Sink(String place) throws IOException {
      toFile = !place.equals("stdout");
      file = Path.of(place);
      out = open();
    }

    private OutputStream open() throws IOException {
      if (!toFile) {
        return new FileOutputStream(FileDescriptor.out);
      }
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      written = Files.exists(file) ? Files.size(file) : 0;
      return new FileOutputStream(file.toFile(), true);
    }

    void write(byte[] bytes, int length) throws IOException {
      out.write(bytes, 0, length);
      written += length;
      if (toFile && written > LARGEST_FILE) {
        out.close();
        Files.move(
            file,
            file.resolveSibling(file.getFileName() + ".1"),
            StandardCopyOption.REPLACE_EXISTING);
        out = open();
      }
    }

    @Override
    public void close() throws IOException {
      if (toFile) {
        out.close();
      }
    }
  }
}
