package voxpop.local;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Random values made when first asked for and kept in a file that only its owner can read. */
final class Secrets {
  private static final SecureRandom RANDOM = new SecureRandom();
  // without the characters that are taken for one another when typed from a screen
  private static final String LEGIBLE = "abcdefghijkmnpqrstuvwxyz23456789";

  private final Path file;
  private final Properties kept = new Properties();

  Secrets(Path file) {
    this.file = file;
    try {
      if (Files.exists(file)) {
        try (var reader = Files.newBufferedReader(file)) {
          kept.load(reader);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** 32 random bytes in base64url. */
  String random(String name) {
    return get(
        name,
        () -> {
          byte[] bytes = new byte[32];
          RANDOM.nextBytes(bytes);
          return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        });
  }

  /** A private P-256 key as a JWK. */
  String signingKey() {
    return get(
        "signing-key",
        () -> {
          try {
            return new ECKeyGenerator(Curve.P_256)
                .keyUse(KeyUse.SIGNATURE)
                .keyIDFromThumbprint(true)
                .generate()
                .toJSONString();
          } catch (JOSEException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  /** For people to type: 20 letters and digits are 100 bits. */
  String password(String name) {
    return get(
        name,
        () -> {
          StringBuilder password = new StringBuilder();
          for (int i = 0; i < 20; i++) {
            password.append(i > 0 && i % 5 == 0 ? "-" : "");
            password.append(LEGIBLE.charAt(RANDOM.nextInt(LEGIBLE.length())));
          }
          return password.toString();
        });
  }

  synchronized @Nullable String find(String name) {
    return kept.getProperty(name);
  }

  synchronized void keep(String name, String value) {
    kept.setProperty(name, value);
    save();
  }

  synchronized void forget(String... names) {
    for (String name : names) {
      kept.remove(name);
    }
    save();
  }

  private synchronized String get(String name, Supplier<String> make) {
    String value = kept.getProperty(name);
    if (value == null) {
      value = make.get();
      kept.setProperty(name, value);
      save();
    }
    return value;
  }

  private void save() {
    try {
      Path beside = file.resolveSibling(file.getFileName() + ".new");
      Files.deleteIfExists(beside);
      Files.createFile(
          beside,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      try (var writer = Files.newBufferedWriter(beside)) {
        kept.store(
            writer, "made by deploy/local/up: whoever has these can act as any part of the house");
      }
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new CannotStart("%s could not be written: %s".formatted(file, e), e);
    }
  }
}
