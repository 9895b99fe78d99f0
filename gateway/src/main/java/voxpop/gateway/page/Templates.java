package voxpop.gateway.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The compiled templates; their unchanging parts are kept as bytes. */
@Singleton
public final class Templates {
  private final TemplateEngine engine;

  public Templates() {
    engine = TemplateEngine.createPrecompiled(null, ContentType.Html, null, "voxpop.gateway.jte");
    engine.setBinaryStaticContent(true);
  }

  /**
   * A page in UTF-8; everything in it is escaped by where it stands, unless the template says
   * {@code $unsafe}.
   */
  public byte[] render(String template, Map<String, ? extends @Nullable Object> model) {
    var output = new Utf8ByteOutput();
    @SuppressWarnings("unchecked")
    var parameters = (Map<String, Object>) model;
    engine.render(template, parameters, output);
    return output.toByteArray();
  }
}
