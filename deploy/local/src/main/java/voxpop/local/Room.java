package voxpop.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Space on a disk, asked before something large is written. */
final class Room {
  private Room() {}

  /**
   * @param folder an existing one; without any (of the root itself) nothing is asked
   */
  static void require(long bytes, @Nullable Path folder) throws IOException {
    if (folder == null) {
      return;
    }
    long free = Files.getFileStore(folder).getUsableSpace();
    if (free < bytes) {
      throw new CannotStart(
          "No room on the disk: %s has %d MB left and %d MB are needed."
              .formatted(folder, free >> 20, bytes >> 20));
    }
  }
}
