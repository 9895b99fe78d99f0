package voxpop.article.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import voxpop.article.ArticleServiceTest;
import voxpop.article.Sql;

/** Pictures and database belong together, or the program doesn't start. */
@MicronautTest(transactional = false)
class StoreIdentityTest extends ArticleServiceTest {
  @Inject Sql sql;
  @Inject TransactionOperations<Connection> transactions;
  @TempDir Path folder;

  @BeforeEach
  void new_database() {
    sql.update("DELETE FROM picture_store");
  }

  private StoreIdentity starting(Path pictures) {
    return new StoreIdentity(new FolderStore(pictures), sql, transactions);
  }

  private String known() {
    return sql.one("SELECT identifier FROM picture_store", row -> row.getString(1)).orElse(null);
  }

  private static Path marker(Path pictures) {
    return pictures.resolve(MediaStore.IDENTIFIER);
  }

  @Test
  void new_ones_are_named_alike_and_know_each_other_again() throws Exception {
    Path pictures = folder.resolve("new");
    starting(pictures).check();
    assertThat(Files.readString(marker(pictures)).strip()).isEqualTo(known());
    assertThat(UUID.fromString(known())).isNotNull();
    starting(pictures).check();
    try (Stream<Path> files = Files.list(pictures)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void of_many_that_start_at_once_all_find_the_same() throws Exception {
    Callable<Void> start =
        () -> {
          starting(folder).check();
          return null;
        };
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var started : threads.invokeAll(List.of(start, start, start, start, start))) {
        started.get();
      }
    }
    assertThat(Files.readString(marker(folder)).strip()).isEqualTo(known());
  }

  @Test
  void a_start_that_was_cut_off_is_taken_up_again() throws Exception {
    Files.writeString(marker(folder), "0b9c8a52-6f0c-4f0e-9a58-1f0b6f4a7c11\n");
    starting(folder).check();
    assertThat(known()).isEqualTo("0b9c8a52-6f0c-4f0e-9a58-1f0b6f4a7c11");
  }

  @Test
  void another_sites_pictures_are_refused() throws Exception {
    starting(folder).check();
    Files.writeString(marker(folder), "0b9c8a52-6f0c-4f0e-9a58-1f0b6f4a7c11");
    assertThatThrownBy(() -> starting(folder).check())
        .hasMessageContaining("identifier " + known())
        .hasMessageContaining("carries 0b9c8a52-6f0c-4f0e-9a58-1f0b6f4a7c11")
        .hasMessageContaining(folder.toString());
  }

  @Test
  void a_folder_without_name_is_refused_when_the_database_knows_one() {
    starting(folder.resolve("first")).check();
    Path empty = folder.resolve("not-mounted");
    assertThatThrownBy(() -> starting(empty).check())
        .hasMessageContaining(empty + " carries none")
        .hasMessageContaining("or not mounted");
    assertThat(empty).doesNotExist();
  }

  @Test
  void a_folder_that_can_not_be_used_is_told() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> starting(file.resolve("folder")).check())
        .isInstanceOf(io.micronaut.context.exceptions.ConfigurationException.class)
        .hasMessageContaining("can't be used");
    assertThat(known()).isNull();
  }
}
