package voxpop.gateway.studio;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.client.Refused;
import voxpop.gateway.client.Visitor;

/**
 * Whole translations come and go: files for translators' programs, a text that is there already.
 */
@Controller("/studio/translate/{article}/{language}/exchange")
public class ExchangeController {
  private final StudioPages pages;
  private final Workshop workshop;
  private final Manuscripts manuscripts;

  ExchangeController(StudioPages pages, Workshop workshop, Manuscripts manuscripts) {
    this.pages = pages;
    this.workshop = workshop;
    this.manuscripts = manuscripts;
  }

  /** A text as it was typed or pasted; {@code format} markdown, html or text. */
  @Serdeable
  public record TextForm(
      @Nullable String title,
      @Nullable String body,
      @Nullable String format,
      @Nullable String token) {
    public static final TextForm EMPTY = new TextForm(null, null, null, null);
  }

  @Get
  Optional<HttpResponse<byte[]>> show(Visitor visitor, UUID article, String language) {
    Studio studio = pages.studio(visitor, "translate", null);
    return show(HttpStatus.OK, studio, visitor, article, language, TextForm.EMPTY, null);
  }

  @Post("/file")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  Optional<HttpResponse<byte[]>> file(
      Visitor visitor,
      UUID article,
      String language,
      @Part("file") CompletedFileUpload file,
      @Part("token") @Nullable String token)
      throws IOException {
    pages.check(visitor, token);
    try {
      Exchanged taken = workshop.file(visitor, article, language, file.getBytes());
      Studio studio = pages.studio(visitor, "translate", null);
      return show(HttpStatus.OK, studio, visitor, article, language, TextForm.EMPTY, taken);
    } catch (Refused refused) {
      return refused(refused, visitor, article, language, TextForm.EMPTY);
    }
  }

  @Post("/text")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  Optional<HttpResponse<byte[]>> text(
      Visitor visitor, UUID article, String language, @Body TextForm form) {
    pages.check(visitor, form.token());
    String body = form.body() == null ? "" : form.body().replace("\r\n", "\n");
    String format = form.format() == null ? "text" : form.format();
    try {
      boolean markdown = format.equals("markdown");
      Map<String, Object> whole = new HashMap<>();
      whole.put("title", form.title() == null ? "" : form.title());
      whole.put("format", markdown ? "html" : format);
      whole.put("body", markdown ? manuscripts.preview(visitor, language, body, format) : body);
      Exchanged taken = workshop.text(visitor, article, language, whole);
      Studio studio = pages.studio(visitor, "translate", null);
      return show(HttpStatus.OK, studio, visitor, article, language, TextForm.EMPTY, taken);
    } catch (Refused refused) {
      return refused(refused, visitor, article, language, form);
    }
  }

  private Optional<HttpResponse<byte[]>> refused(
      Refused refused, Visitor visitor, UUID article, String language, TextForm form) {
    Studio studio = pages.refused(visitor, "translate", refused.problem());
    HttpStatus status = HttpStatus.valueOf(refused.status());
    return show(status, studio, visitor, article, language, form, null);
  }

  private Optional<HttpResponse<byte[]>> show(
      HttpStatus status,
      Studio studio,
      Visitor visitor,
      UUID article,
      String language,
      TextForm form,
      @Nullable Exchanged taken) {
    return workshop
        .bench(visitor, article, language)
        .map(
            bench -> {
              Map<String, @Nullable Object> model = new HashMap<>();
              model.put("article", article);
              model.put("bench", bench);
              model.put("form", form);
              model.put("taken", taken);
              return pages.page(status, studio, "exchange", model);
            });
  }
}
