package voxpop.translation.job;

import static java.util.stream.Collectors.toMap;

import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import voxpop.kit.id.UuidBytes;
import voxpop.translation.Rows;

/** Tells of jobs, each with the name of its article. */
@Singleton
class JobViews {
  private final Rows rows;

  JobViews(Rows rows) {
    this.rows = rows;
  }

  /** An article as it is called in the language in which it is written. */
  record Named(UUID article, String language, String title) {}

  @Connectable
  JobView of(Job job) {
    return of(List.of(job)).getFirst();
  }

  /** All in one statement; an article that is being removed has no name. */
  @Connectable
  List<JobView> of(List<Job> jobs) {
    if (jobs.isEmpty()) return List.of();
    Map<UUID, Named> names =
        names(jobs.stream().map(Job::article).distinct().toList()).stream()
            .collect(toMap(Named::article, Function.identity()));
    return jobs.stream().map(job -> JobView.of(job, names.get(job.article()))).toList();
  }

  private List<Named> names(List<UUID> articles) {
    return rows.read(
        "SELECT article, language, title FROM document WHERE article IN ("
            + String.join(", ", Collections.nCopies(articles.size(), "?"))
            + ")",
        sql -> {
          int i = 1;
          for (UUID article : articles) sql.setBytes(i++, UuidBytes.bytes(article));
        },
        row ->
            new Named(
                UuidBytes.uuid(row.getBytes("article")),
                row.getString("language"),
                row.getString("title")));
  }
}
