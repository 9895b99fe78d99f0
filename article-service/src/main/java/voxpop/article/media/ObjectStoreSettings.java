package voxpop.article.media;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.bind.annotation.Bindable;
import org.jspecify.annotations.Nullable;

/**
 * Where an S3-compatible object store is, and as whom it is asked. There is one where a bucket is
 * named; pictures are then kept there and not in a folder.
 *
 * @param bucket made beforehand, private: nobody but article-service reads it
 * @param prefix put before every key, such as {@code pictures/}; may be empty
 * @param endpoint the store's address; none for Amazon's own
 * @param region what requests are signed for; stores that know no regions take any
 */
@ConfigurationProperties("voxpop.media")
@Requires(property = ObjectStoreSettings.BUCKET)
record ObjectStoreSettings(
    String bucket,
    @Bindable(defaultValue = "") String prefix,
    @Nullable String endpoint,
    @Bindable(defaultValue = "us-east-1") String region,
    @Nullable String accessKey,
    @Nullable String secretKey) {
  static final String BUCKET = "voxpop.media.bucket";

  /** Both keys as they are needed, after the check at the start. */
  record Keys(String access, String secret) {}

  /**
   * @throws ConfigurationException if a key is missing; the message names its setting
   */
  Keys keys() {
    return new Keys(
        required("VOXPOP_MEDIA_ACCESS_KEY", accessKey),
        required("VOXPOP_MEDIA_SECRET_KEY", secretKey));
  }

  private static String required(String name, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw new ConfigurationException(
          name + " is missing: set it to the key that article-service has at the object store.");
    }
    return value;
  }
}
