package voxpop.article.media;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;

/** Files in a folder, each in its place only when it is whole. */
@Singleton
@Requires(missingProperty = ObjectStoreSettings.BUCKET)
class FolderStore implements MediaStore {
  private final Path folder;

  FolderStore(@Value("${voxpop.media.folder}") Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  @Override
  public void put(String key, byte[] bytes) throws IOException {
    Path place = folder.resolve(key);
    Path home = above(place);
    Path unfinished = unfinished(home, bytes);
    try {
      Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE);
      sync(home);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  @Override
  public Optional<Stored> open(String key) throws IOException {
    try {
      Path place = folder.resolve(key);
      long length = Files.size(place);
      return Optional.of(new Stored(Files.newInputStream(place), length));
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<String> identifier() throws IOException {
    try {
      return Optional.of(Files.readString(folder.resolve(IDENTIFIER)).strip());
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    }
  }

  /** A link to a file that is there already fails, and what it links to is whole. */
  @Override
  public String claim(String identifier) throws IOException {
    Path unfinished = unfinished(folder, (identifier + "\n").getBytes(StandardCharsets.US_ASCII));
    try {
      Files.createLink(folder.resolve(IDENTIFIER), unfinished);
      sync(folder);
    } catch (FileAlreadyExistsException another) {
      // that one counts
    } finally {
      Files.deleteIfExists(unfinished);
    }
    return identifier().orElseThrow(() -> new NoSuchFileException(IDENTIFIER));
  }

  @Override
  public String place() {
    return "the picture folder " + folder;
  }

  private static Path unfinished(Path home, byte[] bytes) throws IOException {
    makeFolder(home);
    Path unfinished = Files.createTempFile(home, "unfinished", null);
    try (FileChannel file = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        file.write(rest);
      }
      file.force(true);
    }
    return unfinished;
  }

  private static void makeFolder(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      return;
    }
    Path above = above(path);
    makeFolder(above);
    Files.createDirectories(path);
    sync(above);
  }

  private static Path above(Path path) {
    return Objects.requireNonNull(path.getParent(), "the root of all folders is there");
  }

  /** A new name in a folder is durable only when the folder is. */
  private static void sync(Path directory) throws IOException {
    try (FileChannel entries = FileChannel.open(directory, StandardOpenOption.READ)) {
      entries.force(true);
    }
  }
}
