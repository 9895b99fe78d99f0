package voxpop.gateway;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import voxpop.kit.test.Folders;

/** A certificate in two files, and who trusts it. */
final class Tls {
  final Path chain;
  final Path key;
  private X509Bundle bundle;

  Tls() {
    Path folder = Folders.untilTheEnd("voxpop-tls");
    chain = folder.resolve("tls.crt");
    key = folder.resolve("tls.key");
    renew();
  }

  /** Puts another certificate into the files. */
  Tls renew() {
    try {
      bundle =
          new CertificateBuilder()
              .subject("CN=localhost")
              .addSanDnsName("localhost")
              .ecp256()
              .notBefore(Instant.now().minusSeconds(3600))
              .notAfter(Instant.now().plusSeconds(3600))
              .setIsCertificateAuthority(true)
              .buildSelfSigned();
      Files.writeString(key, bundle.getPrivateKeyPEM());
      Files.writeString(chain, bundle.getCertificatePathPEM());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return this;
  }

  Browser gateway(House house, Object... more) {
    Object[] settings = {
      "voxpop.tls.enabled",
      "true",
      "voxpop.tls.certificate",
      chain.toString(),
      "voxpop.tls.key",
      key.toString(),
      "voxpop.tls.reload",
      "200ms"
    };
    Object[] all = java.util.Arrays.copyOf(settings, settings.length + more.length);
    System.arraycopy(more, 0, all, settings.length, more.length);
    return house.gateway(all);
  }

  /** Trusts the certificate that is in the files now. */
  SSLContext trust() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, bundle.toTrustManagerFactory().getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A connection on which the handshake is done; its receive buffer is small. */
  SSLSocket connect(int port, String... protocols) throws IOException {
    java.net.Socket plain = new java.net.Socket();
    plain.setReceiveBufferSize(4096);
    plain.connect(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    SSLSocket socket =
        (SSLSocket) trust().getSocketFactory().createSocket(plain, "localhost", port, true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setApplicationProtocols(protocols);
    socket.setSSLParameters(parameters);
    socket.setSoTimeout(15_000);
    socket.startHandshake();
    return socket;
  }
}
