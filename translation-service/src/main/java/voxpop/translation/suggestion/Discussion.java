package voxpop.translation.suggestion;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/** comment-service, which issues the sums that readers solve. */
@Client("comment-service")
interface Discussion {
  /** A challenge and what the reader thinks it comes to. */
  @Serdeable
  record Redemption(UUID article, String token, String answer) {}

  /** Uses it up; 400 if it was wrong, or of no use any more. */
  @Post("/challenges/redemptions")
  void redeem(@Body Redemption redemption);
}
