package voxpop.article.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import voxpop.article.Shelf;
import voxpop.kit.caller.HouseHeaders;
import voxpop.kit.caller.Role;
import voxpop.kit.test.Http;
import voxpop.kit.test.ServiceTest;
import voxpop.kit.test.TestTokens;

@MicronautTest(transactional = false)
class MediaTest extends ServiceTest {
  private static final String BOUNDARY = "a-line-between-the-parts";

  private final Map<String, String> settings = Shelf.settings();

  @Inject Pictures pictures;

  @Override
  protected Map<String, String> settings() {
    return settings;
  }

  private Http author() {
    return http.as(TestTokens.of(Role.AUTHOR));
  }

  private Http.Answer upload(byte[] file, String name, String type, String alt, String caption) {
    return upload(author(), file, name, type, alt, caption);
  }

  private Http.Answer upload(
      Http as, byte[] file, String name, String type, String alt, String caption) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    part(body, "file\"; filename=\"" + name, "Content-Type: " + type + "\r\n", file);
    text(body, "alt", alt);
    text(body, "caption", caption);
    body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return as.with("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
        .send("POST", "/api/media", body.toByteArray());
  }

  private static void text(ByteArrayOutputStream body, String name, String value) {
    if (value != null) {
      part(body, name, "", value.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void part(ByteArrayOutputStream body, String name, String type, byte[] content) {
    body.writeBytes(
        ("--"
                + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\""
                + name
                + "\"\r\n"
                + type
                + "\r\n")
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
  }

  private HttpResponse<byte[]> bytes(String path, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.getURI().resolve(path))
            .header(HouseHeaders.INTERNAL, GATEWAY_SECRET);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HttpClient.newHttpClient()
        .send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static BufferedImage image(HttpResponse<byte[]> answer) throws Exception {
    return ImageIO.read(new ByteArrayInputStream(answer.body()));
  }

  @Test
  void a_picture_is_taken_in_and_served_in_every_width_up_to_its_own() throws Exception {
    Http.Answer answer =
        upload(Png.white(1500, 1000), "a.png", "image/png", "Ein Feld", "Im Sommer");

    assertThat(answer.status()).isEqualTo(201);
    String id = answer.text("id");
    assertThat(answer.header("Location")).isEqualTo("/api/media/" + id);
    assertThat(answer.body())
        .isEqualTo(
            ("{\"id\":\"ID\",\"width\":1500,\"height\":1000,\"alt\":\"Ein Feld\",\"caption\":\"Im"
                    + " Sommer\",\"format\":\"jpeg\",\"srcset\":["
                    + "{\"width\":320,\"url\":\"/media/ID/320.jpg\"},"
                    + "{\"width\":640,\"url\":\"/media/ID/640.jpg\"},"
                    + "{\"width\":960,\"url\":\"/media/ID/960.jpg\"},"
                    + "{\"width\":1280,\"url\":\"/media/ID/1280.jpg\"},"
                    + "{\"width\":1500,\"url\":\"/media/ID/1500.jpg\"}]}")
                .replace("ID", id));
    HttpResponse<byte[]> file = bytes("/media/" + id + "/640.jpg");
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(image(file).getWidth()).isEqualTo(640);
    assertThat(file.headers().map())
        .containsEntry("content-type", List.of("image/jpeg"))
        .containsEntry("x-content-type-options", List.of("nosniff"))
        .containsEntry("content-security-policy", List.of("sandbox; default-src 'none'"))
        .containsEntry("cache-control", List.of("public, max-age=31536000, immutable"))
        .containsEntry("content-length", List.of("" + file.body().length));
    assertThat(bytes("/media/" + id + "/640.jpg", "If-None-Match", "\"640.jpg\"").statusCode())
        .isEqualTo(304);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/641.jpg", "/640.png", "/640.jpg.html", "/640", "/../640.jpg", "/0640.jpg"})
  void no_other_width_or_name_is_there(String file) throws Exception {
    String id = upload(Png.white(700, 10), "a.png", "image/png", "x", null).text("id");

    assertThat(bytes("/media/" + id + file).statusCode()).isEqualTo(404);
    assertThat(bytes("/media/" + UUID.randomUUID() + "/640.jpg").statusCode()).isEqualTo(404);
    assertThat(bytes("/media/no-id/640.jpg").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sideways.jpg", "sideways.png", "lossy-sideways.webp"})
  void nothing_that_the_camera_wrote_down_is_left(String name) throws Exception {
    byte[] sent = DecodingTest.file(name);
    assertThat(latin(sent)).contains("SECRET");

    Http.Answer answer = upload(sent, name, "image/jpeg", "x", null);

    assertThat((Integer) answer.at("width")).isEqualTo(32);
    assertThat((Integer) answer.at("height")).isEqualTo(48);
    byte[] served = bytes(answer.text("srcset/0/url")).body();
    assertThat(latin(served)).doesNotContain("SECRET", "Exif", "ICC_PROFILE");
    try (var files = Files.walk(Path.of(settings.get("voxpop.media.folder")))) {
      assertThat(files.filter(Files::isRegularFile))
          .isNotEmpty()
          .allSatisfy(file -> assertThat(latin(Files.readAllBytes(file))).doesNotContain("SECRET"));
    }
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  @Test
  void the_content_decides_and_not_the_name() throws Exception {
    Http.Answer answer =
        upload(DecodingTest.file("lossless-alpha.webp"), "a.html", "text/html", "x", null);

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.text("format")).isEqualTo("png");
    assertThat(bytes(answer.text("srcset/0/url")).headers().firstValue("content-type"))
        .hasValue("image/png");
  }

  @Test
  void what_hides_behind_a_picture_is_not_kept() throws Exception {
    byte[] gif = DecodingTest.file("animated.gif");
    byte[] script = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
    byte[] both = java.util.Arrays.copyOf(gif, gif.length + script.length);
    System.arraycopy(script, 0, both, gif.length, script.length);

    Http.Answer answer = upload(both, "a.gif", "image/gif", "x", null);

    assertThat(answer.status()).isEqualTo(201);
    assertThat(latin(bytes(answer.text("srcset/0/url")).body())).doesNotContain("script");
  }

  @Test
  void what_is_no_picture_is_refused_with_the_field_named() throws Exception {
    byte[] svg = "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8);
    Http.Answer answer = upload(svg, "a.png", "image/png", "x", null);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("violations/0/field")).isEqualTo("file");
    assertThat(upload(new byte[0], "a.png", "image/png", "x", null).text("violations/0/field"))
        .isEqualTo("file");

    byte[] broken = java.util.Arrays.copyOf(DecodingTest.file("sideways.jpg"), 300);
    assertThat(upload(broken, "a.jpg", "image/jpeg", "x", null).text("violations/0/field"))
        .isEqualTo("file");
    Http.Answer bomb = upload(Png.claiming(30_000, 30_000), "a.png", "image/png", "x", null);
    assertThat(bomb.status()).isEqualTo(400);
    assertThat(bomb.text("violations/0/message")).contains("pixels");
  }

  @Test
  void a_file_that_is_too_large_is_refused() {
    Http.Answer answer = upload(new byte[(20 << 20) + 1], "a.png", "image/png", "x", null);
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
  }

  @Test
  void a_picture_needs_words() throws Exception {
    byte[] file = Png.white(10, 10);
    Http.Answer none = upload(file, "a.png", "image/png", null, null);
    assertThat(none.status()).isEqualTo(400);
    assertThat(none.text("violations/0/field")).isEqualTo("alt");
    assertThat(upload(file, "a.png", "image/png", "  ", null).text("violations/0/field"))
        .isEqualTo("alt");
    Http.Answer noFile = author().send("POST", "/api/media", "{}");
    assertThat(noFile.status()).isEqualTo(415);
  }

  @Test
  void only_writers_bring_pictures() throws Exception {
    byte[] file = Png.white(10, 10);
    assertThat(upload(http, file, "a.png", "image/png", "x", null).status()).isEqualTo(401);
    Http translator = http.as(TestTokens.of(Role.TRANSLATOR));
    assertThat(upload(translator, file, "a.png", "image/png", "x", null).status()).isEqualTo(403);
    assertThat(http.get("/api/media").status()).isEqualTo(401);
  }

  @Test
  void the_same_bytes_sent_twice_are_two_pictures_with_the_same_files() throws Exception {
    byte[] file = Png.white(123, 45);
    Http.Answer first = upload(file, "a.png", "image/png", "Eins", null);
    Http.Answer second = upload(file, "a.png", "image/png", "Zwei", null);

    assertThat(first.text("id")).isNotEqualTo(second.text("id"));
    assertThat(second.text("alt")).isEqualTo("Zwei");
    assertThat(bytes(second.text("srcset/0/url")).body())
        .isEqualTo(bytes(first.text("srcset/0/url")).body());
  }

  @Test
  void the_words_can_be_changed_and_the_shelf_is_read_newest_first() throws Exception {
    String older = upload(Png.white(11, 10), "a.png", "image/png", "Alt", null).text("id");
    String newer = upload(Png.white(12, 10), "a.png", "image/png", "Neu", null).text("id");

    Http.Answer changed =
        author().put("/api/media/" + older, Map.of("alt", "Besser", "caption", "Bild"));
    assertThat(changed.status()).isEqualTo(200);
    assertThat(http.get("/api/media/" + older).text("alt")).isEqualTo("Besser");
    assertThat(author().put("/api/media/" + older, Map.of("alt", "")).text("violations/0/field"))
        .isEqualTo("alt");
    Http.Answer page = author().get("/api/media?limit=1");
    assertThat(page.text("items/0/id")).isEqualTo(newer);
    Http.Answer next = author().get("/api/media?limit=1&after=" + page.text("next"));
    assertThat(next.text("items/0/id")).isEqualTo(older);
    assertThat(http.get("/api/media/" + UUID.randomUUID()).status()).isEqualTo(404);
    assertThat(author().put("/api/media/" + UUID.randomUUID(), Map.of("alt", "x")).status())
        .isEqualTo(404);
    assertThat(author().get("/api/media?limit=1000").text("violations/0/field")).isEqualTo("limit");
  }

  @Test
  void an_articles_pictures_are_completed_once() throws Exception {
    String id =
        upload(Png.white(700, 350), "a.png", "image/png", "Ein Feld", "Im Sommer").text("id");
    Document html =
        Jsoup.parseBodyFragment(
            "<p><img src=\"/media/%s\" alt=\"\"></p><p>Text <img src=\"/media/%s/320.jpg\" alt=\"klein\"></p>"
                    .formatted(id, id)
                + "<p><img src=\"/media/0190b0b0-0000-7000-8000-000000000000/1.jpg\"></p>");

    pictures.complete(html);

    var figure = html.selectFirst("figure > img");
    assertThat(figure.attr("alt")).isEqualTo("Ein Feld");
    assertThat(figure.attr("width")).isEqualTo("700");
    assertThat(figure.attr("height")).isEqualTo("350");
    assertThat(figure.attr("src")).isEqualTo("/media/" + id + "/700.jpg");
    assertThat(figure.attr("srcset"))
        .isEqualTo(
            "/media/ID/320.jpg 320w, /media/ID/640.jpg 640w, /media/ID/700.jpg 700w"
                .replace("ID", id));
    assertThat(figure.attr("loading")).isEqualTo("lazy");
    assertThat(html.select("figcaption").eachText()).containsExactly("Im Sommer");
    assertThat(html.select("p > img").eachAttr("alt")).containsExactly("klein");
    assertThat(html.select("img")).hasSize(2);
    String once = html.body().html();
    pictures.complete(html);
    assertThat(html.body().html()).isEqualTo(once);

    html.selectFirst("figcaption").text("In summer");
    figure.attr("alt", "A field");
    Picture first = pictures.first(html).orElseThrow();
    assertThat(first.alt()).isEqualTo("A field");
    assertThat(first.caption()).isEqualTo("In summer");
    assertThat(pictures.of(List.of(first.id())).get(first.id()).alt()).isEqualTo("Ein Feld");
    assertThat(first.format()).isEqualTo(StoredFormat.JPEG);
    assertThat(pictures.first(Jsoup.parse("<p>Text</p>"))).isEmpty();
  }
}
