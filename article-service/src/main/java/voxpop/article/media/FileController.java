package voxpop.article.media;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.server.types.files.StreamedFile;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import voxpop.kit.problem.Problem;

/** The bytes of pictures. An address never gets other bytes, so they may be kept for ever. */
@Controller("/media")
class FileController {
  private static final Pattern FILE = Pattern.compile("([1-9][0-9]{0,4})\\.(jpg|png)");

  /**
   * A picture's files never change: knowing ten thousand of them costs two megabytes and saves a
   * query each time.
   */
  private final Cache<UUID, Media> known = Caffeine.newBuilder().maximumSize(10_000).build();

  private final MediaStore store;
  private final MediaRepository media;

  FileController(MediaStore store, MediaRepository media) {
    this.store = store;
    this.media = media;
  }

  @Get("/{id}/{file}")
  HttpResponse<?> file(HttpRequest<?> request, String id, String file) throws IOException {
    Matcher name = FILE.matcher(file);
    Media picture = name.matches() ? find(id).orElseThrow(FileController::absent) : null;
    if (picture == null
        || !picture.format().extension().equals(name.group(2))
        || !picture.widthList().contains(Integer.valueOf(name.group(1)))) {
      throw absent();
    }
    String tag = "\"" + file + "\"";
    if (request.getHeaders().getAll(HttpHeaders.IF_NONE_MATCH).contains(tag)) {
      return careful(HttpResponse.notModified(), tag);
    }
    MediaStore.Stored stored =
        store
            .open(Uploads.key(picture.content(), Integer.parseInt(name.group(1)), picture.format()))
            .orElseThrow(FileController::absent);
    return careful(
        HttpResponse.ok(
            new StreamedFile(
                stored.bytes(),
                picture.format().type(),
                picture.createdAt().toEpochMilli(),
                stored.length())),
        tag);
  }

  /** Nothing that a picture could hide may run, whatever a browser takes it for. */
  private static HttpResponse<?> careful(MutableHttpResponse<?> response, String tag) {
    return response
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable")
        .header(HttpHeaders.ETAG, tag)
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "sandbox; default-src 'none'");
  }

  private Optional<Media> find(String id) {
    try {
      UUID wanted = UUID.fromString(id);
      Media there = known.getIfPresent(wanted);
      if (there != null) {
        return Optional.of(there);
      }
      Optional<Media> found = media.find(wanted);
      found.ifPresent(picture -> known.put(wanted, picture));
      return found;
    } catch (IllegalArgumentException noId) {
      return Optional.empty();
    }
  }

  private static Problem absent() {
    return Problem.notFound("There is no such picture.");
  }
}
