package voxpop.article.media;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.kit.caller.Caller;
import voxpop.kit.caller.Role;

@Controller("/api/media")
class MediaController {
  /** Long enough to describe a diagram, short enough to be read aloud. */
  private static final int LONGEST_TEXT = 1000;

  /** Sorts behind every identifier. */
  private static final UUID END = new UUID(-1, -1);

  private final Uploads uploads;
  private final MediaRepository media;

  MediaController(Uploads uploads, MediaRepository media) {
    this.uploads = uploads;
    this.media = media;
  }

  /** The words that belong to a picture. */
  @Serdeable
  record Words(
      @NotBlank @Size(max = LONGEST_TEXT) String alt,
      @Nullable @Size(max = LONGEST_TEXT) String caption) {}

  /** A piece of the list, newest first; {@code next} goes into {@code after}. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Shelf(List<Picture> items, @Nullable String next) {}

  @Post
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  HttpResponse<Picture> take(
      Caller caller,
      @Part("file") CompletedFileUpload file,
      @Part("alt") @NotBlank @Size(max = LONGEST_TEXT) String alt,
      @Part("caption") @Nullable @Size(max = LONGEST_TEXT) String caption)
      throws IOException {
    Caller.Author author = caller.require(Role.AUTHOR, Role.EDITOR);
    Picture picture = uploads.take(file.getBytes(), alt.strip(), blankToNull(caption), author.id());
    return HttpResponse.created(picture, URI.create("/api/media/" + picture.id()));
  }

  @Get
  Shelf list(
      Caller caller,
      @QueryValue(defaultValue = "20") @Min(1) @Max(100) int limit,
      @Nullable @QueryValue UUID after) {
    caller.require(Role.AUTHOR, Role.EDITOR, Role.TRANSLATOR);
    List<Media> found = media.newest(after == null ? END : after, limit + 1);
    boolean more = found.size() > limit;
    List<Media> items = more ? found.subList(0, limit) : found;
    return new Shelf(
        items.stream().map(Picture::new).toList(), more ? items.getLast().id().toString() : null);
  }

  @Get("/{id}")
  Optional<Picture> one(UUID id) {
    return media.find(id).map(Picture::new);
  }

  /**
   * Whoever may write may put the words of any picture right: articles keep the words that they
   * were written with.
   */
  @Put("/{id}")
  Optional<Picture> say(Caller caller, UUID id, @Body @Valid Words words) {
    caller.require(Role.AUTHOR, Role.EDITOR);
    media.say(id, words.alt().strip(), blankToNull(words.caption()));
    return media.find(id).map(Picture::new);
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
