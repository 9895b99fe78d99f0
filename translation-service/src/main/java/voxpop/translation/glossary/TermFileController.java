package voxpop.translation.glossary;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import voxpop.kit.caller.Caller;
import voxpop.kit.caller.Role;
import voxpop.kit.problem.Problem;

/** The glossary as a file, for spreadsheets and other programs. */
@Controller("/api/glossary/file")
class TermFileController {
  private static final String CSV = "text/csv";

  private final Glossary glossary;
  private final TermFile file;

  TermFileController(Glossary glossary, TermFile file) {
    this.glossary = glossary;
    this.file = file;
  }

  @Get
  @Produces({CSV, MediaType.APPLICATION_JSON})
  HttpResponse<String> read(
      @QueryValue(defaultValue = "") String source,
      @QueryValue(defaultValue = "") String target,
      Caller caller) {
    TermController.lookAt(caller);
    String csv = file.write(glossary.page(source, target, "", new UUID(0, 0), TermFile.MOST));
    return HttpResponse.ok(csv)
        .contentType(CSV + ";charset=utf-8")
        .header("Content-Disposition", "attachment; filename=\"glossary.csv\"");
  }

  /** Adds and changes terms; removes none. All of the file is taken, or nothing. */
  @Put
  @Consumes(MediaType.ALL)
  TermFile.Taken take(@Body byte @Nullable [] body, Caller caller) {
    Caller.Author author = caller.require(Role.TRANSLATOR, Role.EDITOR);
    return file.take(
        new StringReader(text(body == null ? new byte[0] : body)), author::mayTranslate);
  }

  private static String text(byte[] body) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text; // Excel's mark
    } catch (CharacterCodingException e) {
      throw Problem.invalid("file", "must be UTF-8");
    }
  }
}
