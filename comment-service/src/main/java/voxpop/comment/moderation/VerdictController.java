package voxpop.comment.moderation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import voxpop.comment.comment.ShownComment;
import voxpop.kit.caller.Caller;

@Controller("/api/comments/{id}")
class VerdictController {
  private final Moderation moderation;

  VerdictController(Moderation moderation) {
    this.moderation = moderation;
  }

  @Serdeable
  record Request(@NotNull Decision verdict) {}

  /** Decides about a comment, also about one that was decided about before. */
  @Put("/verdict")
  ShownComment decide(UUID id, @Body @Valid Request request, Caller caller) {
    return moderation.decide(id, request.verdict(), caller);
  }

  /** All decisions about a comment, the newest first; for moderators. */
  @Get("/verdicts")
  History history(UUID id, Caller caller) {
    return new History(moderation.history(id, caller));
  }

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record History(List<Verdict> items) {}
}
