package voxpop.gateway.page;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** The specimen pages with their assets over HTTP, under the policy that the door sends. */
final class SpecimenSite implements AutoCloseable {
  /** One grey pixel. */
  private static final byte[] PICTURE =
      Base64.getDecoder().decode("R0lGODdhAQABAIAAAICAgICAgCwAAAAAAQABAAACAkQBADs=");

  private final Map<String, byte[]> pages = SpecimenPages.all();
  private final HttpServer server;

  SpecimenSite() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          byte[] page = pages.get(path.substring(1));
          Optional<Asset> asset = SpecimenPages.ASSETS.at(path);
          var headers = exchange.getResponseHeaders();
          byte[] body = PICTURE;
          int status = 200;
          if (page != null) {
            headers.set("Content-Type", "text/html; charset=utf-8");
            headers.set(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self' "
                    + Assets.SCHEME_HASH
                    + "; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self';"
                    + " form-action 'self'");
            body = page;
          } else if (asset.isPresent()) {
            headers.set("Content-Type", asset.get().type());
            body = asset.get().bytes(voxpop.gateway.edge.Encoding.IDENTITY);
          } else if (path.startsWith("/media/")) {
            headers.set("Content-Type", "image/gif");
          } else {
            status = 404;
            headers.set("Content-Type", "application/problem+json");
            body = "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
          }
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  Map<String, byte[]> pages() {
    return pages;
  }

  String at(String page) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + page;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
