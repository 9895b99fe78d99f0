package voxpop.gateway.wire;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.http.ssl.CertificateProvider;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Named;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Sinks;

/**
 * The door's certificate, read again when its files change, without a restart. By their content:
 * Kubernetes changes a link to their folder, which no watcher of files sees.
 */
@Context
@Named(Certificate.NAME)
@Requires(property = "voxpop.tls.enabled", value = "true")
class Certificate implements CertificateProvider {
  static final String NAME = "door";

  private static final Logger LOG = LoggerFactory.getLogger(Certificate.class);
  private static final List<String> KINDS = List.of("EC", "RSA", "Ed25519");
  private static final char[] NO_PASSWORD = {};

  private final Sinks.Many<KeyStore> stores = Sinks.many().replay().latest();
  private final Path chainFile;
  private final Path keyFile;
  private byte[] chain = {};
  private byte[] key = {};

  /**
   * @throws ConfigurationException naming the setting, if a file is missing or can't be read
   */
  Certificate(TlsSettings settings) {
    this.chainFile = file("VOXPOP_TLS_CERTIFICATE", settings.certificate());
    this.keyFile = file("VOXPOP_TLS_KEY", settings.key());
    try {
      read();
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw new ConfigurationException(
          "The certificate in "
              + chainFile
              + " and the key in "
              + keyFile
              + " can't be used (the key as PKCS #8: openssl pkcs8 -topk8 -nocrypt): "
              + e.getMessage(),
          e);
    }
  }

  private static Path file(String setting, @Nullable String path) {
    if (path == null || path.isBlank()) {
      throw new ConfigurationException(
          setting + " is missing: TLS is on, so it must name a file in PEM.");
    }
    return Path.of(path);
  }

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public Publisher<KeyStore> getKeyStore() {
    return stores.asFlux();
  }

  @Scheduled(fixedDelay = "${voxpop.tls.reload:10s}", initialDelay = "${voxpop.tls.reload:10s}")
  void look() {
    try {
      if (read()) {
        LOG.info("The certificate was renewed");
      }
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      // Half-written perhaps: the one that is there goes on being used, and the next look may do.
      LOG.warn("The new certificate can't be used (yet): {}", e.toString());
    }
  }

  private boolean read() throws IOException, GeneralSecurityException {
    byte[] newChain = Files.readAllBytes(chainFile);
    byte[] newKey = Files.readAllBytes(keyFile);
    if (Arrays.equals(chain, newChain) && Arrays.equals(key, newKey)) {
      return false;
    }
    var certificates =
        CertificateFactory.getInstance("X.509")
            .generateCertificates(new ByteArrayInputStream(newChain))
            .toArray(java.security.cert.Certificate[]::new);
    if (certificates.length == 0) {
      throw new IllegalArgumentException("no certificate in " + chainFile);
    }
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(NAME, privateKey(newKey), NO_PASSWORD, certificates);
    chain = newChain;
    key = newKey;
    stores.tryEmitNext(store).orThrow();
    return true;
  }

  private static PrivateKey privateKey(byte[] pem) throws GeneralSecurityException {
    String text = new String(pem, StandardCharsets.US_ASCII);
    String begin = "-----BEGIN PRIVATE KEY-----";
    int from = text.indexOf(begin);
    int to = text.indexOf("-----END PRIVATE KEY-----");
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("no private key as PKCS #8");
    }
    String encoded = text.substring(from + begin.length(), to);
    var spec = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(encoded));
    for (String kind : KINDS) {
      try {
        return KeyFactory.getInstance(kind).generatePrivate(spec);
      } catch (InvalidKeySpecException e) {
        // of another kind, perhaps
      }
    }
    throw new InvalidKeySpecException("neither EC nor RSA nor Ed25519");
  }
}
