package voxpop.translation.exchange;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.types.files.StreamedFile;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import voxpop.kit.caller.Caller;
import voxpop.kit.caller.Role;

/** The memory as a file that translators' programs read and write. */
@Controller("/api/memory/file")
class TmxController {
  private static final String TMX = "application/x-tmx+xml";
  private static final String LANGUAGE = "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*";

  private final TmxImport imports;
  private final TmxExport exports;

  TmxController(TmxImport imports, TmxExport exports) {
    this.imports = imports;
    this.exports = exports;
  }

  /** What people approved in a pair. */
  @Get
  @Produces({TMX, MediaType.APPLICATION_JSON})
  HttpResponse<StreamedFile> export(
      @QueryValue @NotBlank @Pattern(regexp = LANGUAGE, message = "must be a language tag")
          String source,
      @QueryValue @NotBlank @Pattern(regexp = LANGUAGE, message = "must be a language tag")
          String target,
      Caller caller) {
    caller.require(Role.TRANSLATOR, Role.EDITOR);
    return HttpResponse.ok(
        new StreamedFile(exports.stream(source, target), MediaType.of(TMX))
            .attach("memory-" + source + "-" + target + ".tmx"));
  }

  /** Adds what a file holds; all of it is read before anything is kept. */
  @Post
  @Consumes(MediaType.ALL)
  TmxImport.Taken take(@Body InputStream body, Caller caller) throws IOException {
    caller.require(Role.EDITOR);
    Path file = Files.createTempFile("memory", ".tmx");
    try (body) {
      Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING);
      return imports.take(file);
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
