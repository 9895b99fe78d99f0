package voxpop.translation.notice;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What article-service knows of those to write to. Nothing of it is kept. */
@Client("article-service")
interface Accounts {
  /**
   * Somebody to write to.
   *
   * @param language to write in, if they have chosen one
   * @param token ends the mails for whoever has it
   */
  @Serdeable
  record Translator(
      UUID account,
      String displayName,
      String email,
      List<String> languages,
      @Nullable String language,
      String token) {}

  @Serdeable
  record Translators(List<Translator> items) {}

  /** The address is part of it so that one which was mended meanwhile is not taken for bad. */
  @Serdeable
  record Refusal(String email, String code) {}

  /** What a letter says of the site. */
  @Serdeable
  record House(String name, String address, String language, List<String> languages) {
    /** An address of the site, in full. */
    String link(String path) {
      return (address.endsWith("/") ? address.substring(0, address.length() - 1) : address) + path;
    }
  }

  /** Those who want to be written to. */
  @Get("/translators")
  Translators translators();

  @Post("/translators/{account}/refusals")
  void refuse(UUID account, @Body Refusal refusal);

  @Get("/site")
  House house();
}
