package voxpop.gateway.studio;

import static voxpop.gateway.studio.StudioPages.to;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.multipart.CompletedFileUpload;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.client.Problem;
import voxpop.gateway.client.Visitor;

/** The pictures that are there, with the Markdown that puts each into a text; and new ones. */
@Controller("/studio/pictures")
class PictureController {
  private final StudioPages pages;
  private final Manuscripts manuscripts;
  private final PictureUpload upload;

  PictureController(StudioPages pages, Manuscripts manuscripts, PictureUpload upload) {
    this.pages = pages;
    this.manuscripts = manuscripts;
    this.upload = upload;
  }

  @Get
  HttpResponse<byte[]> shelf(
      Visitor visitor, @QueryValue @Nullable String after, @QueryValue @Nullable String done) {
    return show(HttpStatus.OK, visitor, pages.studio(visitor, "pictures", done), after);
  }

  @Post
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  HttpResponse<byte[]> take(
      Visitor visitor,
      @Part("file") CompletedFileUpload file,
      @Part("alt") @Nullable String alt,
      @Part("caption") @Nullable String caption,
      @Part("token") @Nullable String token)
      throws IOException {
    pages.check(visitor, token);
    Optional<Problem> refused =
        upload.send(visitor, file.getFilename(), file.getBytes(), alt == null ? "" : alt, caption);
    if (refused.isPresent()) {
      Studio studio = pages.refused(visitor, "pictures", refused.get());
      return show(HttpStatus.BAD_REQUEST, visitor, studio, null);
    }
    return to("/studio/pictures?done=uploaded");
  }

  private HttpResponse<byte[]> show(
      HttpStatus status, Visitor visitor, Studio studio, @Nullable String after) {
    return pages.page(
        status, studio, "pictures", Map.of("shelf", manuscripts.pictures(visitor, after)));
  }
}
