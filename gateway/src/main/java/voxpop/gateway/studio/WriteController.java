package voxpop.gateway.studio;

import static voxpop.gateway.studio.StudioPages.to;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.client.Problem;
import voxpop.gateway.client.Refused;
import voxpop.gateway.client.Tagged;
import voxpop.gateway.client.Unavailable;
import voxpop.gateway.client.Visitor;

/** The editor: a refused text is shown again as typed, a saved one is redirected to. */
@Controller("/studio/write")
class WriteController {
  private final StudioPages pages;
  private final Manuscripts manuscripts;

  WriteController(StudioPages pages, Manuscripts manuscripts) {
    this.pages = pages;
    this.manuscripts = manuscripts;
  }

  @Get
  HttpResponse<byte[]> blank(Visitor visitor, @QueryValue @Nullable String kind) {
    Studio studio = pages.studio(visitor, "write", null);
    return editor(
        HttpStatus.OK,
        visitor,
        studio,
        null,
        null,
        ManuscriptForm.blank(studio.site().language(), "page".equals(kind)),
        null);
  }

  @Get("/{id}")
  Optional<HttpResponse<byte[]>> open(
      Visitor visitor,
      UUID id,
      @QueryValue @Nullable String done,
      @QueryValue @Nullable Integer revision) {
    return manuscripts
        .newest(visitor, id)
        .map(
            newest -> {
              var form = ManuscriptForm.of(newest.value(), newest.etag());
              if (revision != null) {
                form = manuscripts.revision(visitor, id, revision).map(form::with).orElse(form);
              }
              return editor(
                  HttpStatus.OK,
                  visitor,
                  pages.studio(visitor, "write", done),
                  id,
                  newest.value(),
                  form,
                  null);
            });
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<byte[]> create(Visitor visitor, @Body ManuscriptForm form) {
    pages.check(visitor, form.token());
    try {
      UUID id = manuscripts.create(visitor, form.text()).id();
      return to("/studio/write/" + id + "?done=" + published(visitor, id, form));
    } catch (Refused refused) {
      return again(visitor, null, form, refused.status(), refused.problem());
    } catch (Unavailable away) {
      return again(visitor, null, form, 503, StudioPages.AWAY);
    } catch (DateTimeParseException e) {
      return to("/studio/?done=saved"); // the text is safe; the time was none
    }
  }

  @Post("/{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<byte[]> save(Visitor visitor, UUID id, @Body ManuscriptForm form) {
    pages.check(visitor, form.token());
    try {
      if (form.acts("withdraw")) {
        manuscripts.withdraw(visitor, id);
        return to("/studio/write/" + id + "?done=withdrawn");
      }
      keep(visitor, id, form);
      return to("/studio/write/" + id + "?done=" + published(visitor, id, form));
    } catch (Refused refused) {
      return again(visitor, id, form, refused.status(), refused.problem());
    } catch (Unavailable away) {
      return again(visitor, id, form, 503, StudioPages.AWAY);
    } catch (DateTimeParseException e) {
      return to("/studio/write/" + id + "?done=saved");
    }
  }

  /** A text that is as it was makes no new revision: then only its publication is meant. */
  private void keep(Visitor visitor, UUID id, ManuscriptForm form) {
    boolean asItWas =
        !form.acts("save")
            && manuscripts
                .newest(visitor, id)
                .filter(newest -> Objects.equals(newest.etag(), form.etag()))
                .map(newest -> ManuscriptForm.of(newest.value(), newest.etag()).text())
                .filter(form.text()::equals)
                .isPresent();
    if (!asItWas) {
      manuscripts.save(visitor, id, form.text(), form.etag() == null ? "" : form.etag());
    }
  }

  private String published(Visitor visitor, UUID id, ManuscriptForm form) {
    if (form.acts("publish")) {
      manuscripts.publish(visitor, id, null, form.corrects());
      return "published";
    }
    if (form.acts("schedule")) {
      var at = form.moment(pages.timeZone());
      manuscripts.publish(visitor, id, at, form.corrects());
      return at == null ? "published" : "scheduled";
    }
    return "saved";
  }

  /** The text as it was typed; with the other one beside it if somebody was faster. */
  private HttpResponse<byte[]> again(
      Visitor visitor, @Nullable UUID id, ManuscriptForm form, int status, Problem problem) {
    Studio studio = pages.refused(visitor, "write", problem);
    Tagged<Written> newest = id == null ? null : newest(visitor, id);
    Written written = newest == null ? null : newest.value();
    // Saving once more is then a decision: it goes over the newest.
    boolean conflict = status == HttpStatus.PRECONDITION_FAILED.getCode();
    var shown = conflict && newest != null ? form.over(newest.etag()) : form;
    return editor(
        HttpStatus.valueOf(status), visitor, studio, id, written, shown, conflict ? written : null);
  }

  private @Nullable Tagged<Written> newest(Visitor visitor, UUID id) {
    try {
      return manuscripts.newest(visitor, id).orElse(null);
    } catch (Refused | Unavailable e) {
      return null;
    }
  }

  private HttpResponse<byte[]> editor(
      HttpStatus status,
      Visitor visitor,
      Studio studio,
      @Nullable UUID id,
      @Nullable Written written,
      ManuscriptForm form,
      @Nullable Written other) {
    Map<String, @Nullable Object> model = new HashMap<>();
    model.put("id", id);
    model.put("written", written);
    model.put("form", form);
    model.put("other", other);
    model.put("address", written == null ? null : address(visitor, written));
    model.put(
        "revisions",
        written == null ? List.of() : manuscripts.revisions(visitor, written.article()));
    model.put("preview", written == null ? "" : preview(visitor, form));
    return pages.page(status, studio, "write", model);
  }

  private @Nullable String address(Visitor visitor, Written written) {
    return written.is("published")
        ? manuscripts.address(visitor, written.article()).orElse(null)
        : null;
  }

  /** What was typed may be anything: without a preview the editor still opens. */
  private String preview(Visitor visitor, ManuscriptForm form) {
    var text = form.text();
    try {
      return text.body().isBlank()
          ? ""
          : manuscripts.preview(visitor, text.language(), text.body(), text.format());
    } catch (Refused | Unavailable e) {
      return "";
    }
  }
}
