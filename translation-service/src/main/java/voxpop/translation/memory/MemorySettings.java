package voxpop.translation.memory;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where an instance keeps its index of near matches; by default below the folder for temporary
 * files. Nothing there has to be kept.
 */
@ConfigurationProperties("voxpop.memory")
record MemorySettings(@Nullable Path folder) {
  Path place() {
    return folder == null
        ? Path.of(System.getProperty("java.io.tmpdir"), "voxpop-memory")
        : folder.toAbsolutePath();
  }
}
