package voxpop.article.series;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import voxpop.article.Revisions;
import voxpop.article.Sql;
import voxpop.article.site.Sites;
import voxpop.kit.caller.Caller;
import voxpop.kit.caller.Role;

@Controller("/api/series")
class SeriesController {

  /** More than an editor looks through. */
  private static final int MOST = 200;

  private final Serials serials;
  private final SeriesWriting writing;
  private final Sites sites;
  private final Sql sql;

  SeriesController(Serials serials, SeriesWriting writing, Sites sites, Sql sql) {
    this.serials = serials;
    this.writing = writing;
    this.sites = sites;
    this.sql = sql;
  }

  /** A series by its name; with the name's language where that isn't the one asked for. */
  @Serdeable
  record Named(
      String slug,
      String name,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String language) {}

  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Listed(List<Named> items) {}

  /** By their addresses. */
  @Get("{?language}")
  Listed list(@QueryValue @Nullable String language) {
    var wanted = in(language);
    return new Listed(
        sql.list(
            "SELECT STRAIGHT_JOIN w.address, COALESCE(n.title, w.title) AS name, CASE WHEN n.title"
                + " IS NULL AND w.language <> ? THEN w.language END AS other FROM wording w LEFT"
                + " JOIN wording_text n ON n.wording_id = w.id AND n.language = ? WHERE w.kind ="
                + " 'SERIES' ORDER BY w.address LIMIT ?",
            row ->
                new Named(row.getString("address"), row.getString("name"), row.getString("other")),
            wanted,
            wanted,
            MOST));
  }

  @Get("/{slug}{?language}")
  Optional<HttpResponse<SeriesText>> show(String slug, @QueryValue @Nullable String language) {
    return serials.find(slug, in(language)).map(SeriesText::new).map(this::ok);
  }

  @Post
  HttpResponse<SeriesText> create(Caller caller, @Body @Valid SeriesInput input) {
    caller.require(Role.EDITOR);
    var made = writing.create(input);
    return tagged(HttpResponse.created(made, URI.create("/api/series/" + made.slug())), made);
  }

  @Put("/{slug}")
  Optional<HttpResponse<SeriesText>> change(
      Caller caller,
      String slug,
      @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Body @Valid SeriesInput input) {
    caller.require(Role.EDITOR);
    return writing.change(slug, input, Revisions.expected(ifMatch)).map(this::ok);
  }

  @Delete("/{slug}")
  HttpResponse<?> remove(
      Caller caller, @Size(max = 200, message = "is no address of a series") String slug) {
    caller.require(Role.EDITOR);
    writing.remove(slug);
    return HttpResponse.noContent();
  }

  private String in(@Nullable String language) {
    return language == null ? sites.get().language() : language;
  }

  private HttpResponse<SeriesText> ok(SeriesText text) {
    return tagged(HttpResponse.ok(text), text);
  }

  private static HttpResponse<SeriesText> tagged(
      MutableHttpResponse<SeriesText> response, SeriesText text) {
    return response.header(HttpHeaders.ETAG, Revisions.etag(text.revision()));
  }
}
