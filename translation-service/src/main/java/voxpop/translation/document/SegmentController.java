package voxpop.translation.document;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Put;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import voxpop.kit.caller.Caller;
import voxpop.kit.problem.Problem;
import voxpop.translation.segment.Line;

@Controller("/api/translations/{article}/{language}/segments/{id}")
class SegmentController {
  private static final Pattern ETAG = Pattern.compile("\\s*\"(\\d{1,9})\"\\s*");

  /** A person's translation; approved, it goes to readers. */
  @Serdeable
  record Typed(@NotBlank @Size(max = 50_000) String text, @Nullable Boolean approve) {}

  private final Desk desk;

  SegmentController(Desk desk) {
    this.desk = desk;
  }

  @Put
  HttpResponse<SegmentView> translate(
      UUID article,
      String language,
      UUID id,
      @Header("If-Match") @Nullable String ifMatch,
      @Body @Valid Typed typed,
      Caller caller) {
    String by = Translators.require(caller, language).name();
    int version = version(ifMatch);
    boolean approve = Boolean.TRUE.equals(typed.approve());
    Line line = desk.translate(article, language, id, typed.text(), approve, version, by);
    return HttpResponse.ok(SegmentView.of(line)).header("ETag", "\"" + line.version() + "\"");
  }

  private static int version(@Nullable String ifMatch) {
    if (ifMatch == null) throw Problem.preconditionRequired();
    Matcher matcher = ETAG.matcher(ifMatch);
    if (!matcher.matches()) {
      throw Problem.preconditionFailed("If-Match names no version of this segment.");
    }
    return Integer.parseInt(matcher.group(1));
  }
}
