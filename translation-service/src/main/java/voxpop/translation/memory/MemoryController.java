package voxpop.translation.memory;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import voxpop.kit.caller.Caller;
import voxpop.kit.caller.Role;
import voxpop.kit.problem.Problem;

/** The memory, to be asked, and rid of what is wrong in it. */
@Controller("/api/memory")
class MemoryController {
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Items(List<Suggestion> items) {}

  private final Suggestions suggestions;
  private final MemoryTable table;
  private final MemoryRepository entries;

  MemoryController(Suggestions suggestions, MemoryTable table, MemoryRepository entries) {
    this.suggestions = suggestions;
    this.table = table;
    this.entries = entries;
  }

  /** What is the same as a text, or like it. */
  @Get
  Items ask(
      @QueryValue @NotBlank String source,
      @QueryValue @NotBlank String target,
      @QueryValue @NotBlank @Size(max = 5000) String text,
      @QueryValue(defaultValue = "5") @Min(1) @Max(20) int limit,
      Caller caller) {
    caller.require(Role.TRANSLATOR, Role.EDITOR, Role.AUTHOR);
    return new Items(suggestions.of(text, source, target, limit));
  }

  /** Nobody is proposed this text again; where it is in use, it stays. */
  @Delete("/{id}")
  @Status(HttpStatus.NO_CONTENT)
  void forget(UUID id, Caller caller) {
    Caller.Author author = caller.require(Role.TRANSLATOR, Role.EDITOR);
    MemoryEntry entry =
        table.of(List.of(id)).stream()
            .findFirst()
            .orElseThrow(() -> Problem.notFound("The memory has no such entry."));
    if (!author.mayTranslate(entry.language())) {
      throw Problem.forbidden(
          "You are no translator into the language “" + entry.language() + "”.");
    }
    entries.deleteById(id);
  }
}
