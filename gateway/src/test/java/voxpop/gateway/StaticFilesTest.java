package voxpop.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static voxpop.gateway.Wire.get;

import com.aayushatharva.brotli4j.decoder.Decoder;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import voxpop.gateway.Wire.Answer;

/** What a browser fetches with a first page: how often, how much, and what it has to wait for. */
class StaticFilesTest {
  private static final String PAGE = "/de/hallo-welt";
  private static final Pattern FILE =
      Pattern.compile("/assets/[a-z-]+\\.[0-9a-f]{10}\\.(css|js|svg|woff2)");
  private static final Pattern SCRIPT = Pattern.compile("<script([^>]*)>");

  private static House house;
  private static Wire wire;

  @BeforeAll
  static void open() throws Exception {
    house = new House();
    house.articles.on(
        "GET /pages/de/hallo-welt",
        House.pageJson("de", "hallo-welt", "Hallo Welt", 1)
            .replace("<p>Ein Absatz.</p>", article()));
    house.discussion(
        10,
        IntStream.range(0, 10)
            .mapToObj(i -> House.comment("Ein Wort dazu, das " + i + ".", ""))
            .collect(Collectors.joining(",")));
    wire = new Wire(house.gateway().port);
  }

  @AfterAll
  static void close() throws Exception {
    wire.close();
    house.close();
  }

  /** 9,000 words, of which as in any text few are frequent. */
  private static String article() {
    var random = new Random(7);
    String[] words =
        IntStream.range(0, 800)
            .mapToObj(
                i ->
                    random
                        .ints(3 + random.nextInt(8), 'a', 'z' + 1)
                        .collect(
                            StringBuilder::new,
                            StringBuilder::appendCodePoint,
                            StringBuilder::append)
                        .toString())
            .toArray(String[]::new);
    return IntStream.range(0, 9_000)
        .mapToObj(i -> words[(int) Math.abs(random.nextGaussian() * 200) % 800])
        .collect(Collectors.joining(" ", "<p>", "</p>"));
  }

  private static Answer fetch(String path, String accepted) throws Exception {
    return wire.send(get(path, "Accept-Encoding: " + accepted)).answer();
  }

  private static List<String> files(String text) {
    return FILE.matcher(text).results().map(found -> found.group()).distinct().toList();
  }

  @Test
  void files_are_kept_for_ever_under_names_that_change_with_them_and_lie_compressed()
      throws Exception {
    List<String> files = files(fetch(PAGE, "identity").text());
    assertThat(files).hasSizeGreaterThanOrEqualTo(5);
    for (String file : files) {
      Answer plain = fetch(file, "identity");
      assertThat(plain.status()).as(file).contains("200");
      assertThat(plain.field("Cache-Control"))
          .as(file)
          .isEqualTo("public, max-age=31536000, immutable");
      if (file.endsWith("woff2")) {
        assertThat(fetch(file, "br, gzip").field("Content-Encoding")).as(file).isNull();
        continue;
      }
      Answer brotli = fetch(file, "gzip, br");
      assertThat(brotli.field("Content-Encoding")).as(file).isEqualTo("br");
      assertThat(brotli.field("Vary")).isEqualTo("Accept-Encoding");
      assertThat(Decoder.decompress(brotli.body()).getDecompressedData()).isEqualTo(plain.body());
      Answer gzip = fetch(file, "gzip;q=1, br;q=0");
      assertThat(gzip.field("Content-Encoding")).as(file).isEqualTo("gzip");
      try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(gzip.body()))) {
        assertThat(unzipped.readAllBytes()).isEqualTo(plain.body());
      }
      String other = file.replaceFirst("\\.[0-9a-f]{10}\\.", ".0123456789.");
      assertThat(fetch(other, "identity").status()).as(other).contains("404");
    }
  }

  @Test
  void a_first_article_page_is_at_most_60_KB_on_the_wire() throws Exception {
    String html = fetch(PAGE, "identity").text();
    assertThat(html.length()).isGreaterThan(60_000);
    for (String accepted : List.of("gzip", "br")) {
      // A page is compressed for its second reader.
      Answer page = fetch(PAGE, accepted);
      for (int i = 0; i < 100 && page.field("Content-Encoding") == null; i++) {
        Thread.sleep(50);
        page = fetch(PAGE, accepted);
      }
      int wireBytes = size(page);
      for (String file : files(html)) {
        wireBytes += file.endsWith("woff2") ? 0 : size(fetch(file, accepted));
      }
      assertThat(wireBytes).as(accepted).isLessThanOrEqualTo(60 * 1024);
    }
  }

  private static int size(Answer answer) {
    return answer.body().length
        + answer.fields().stream().mapToInt(line -> line.length() + 2).sum()
        + answer.status().length()
        + 4;
  }

  @Test
  void two_fonts_at_most_are_fetched_at_once_each_with_one_axis_and_neither_holds_up_the_text()
      throws Exception {
    String html = fetch(PAGE, "identity").text();
    List<String> fonts = files(html).stream().filter(file -> file.endsWith("woff2")).toList();
    assertThat(fonts).hasSize(2).allMatch(font -> font.contains("-latin."));
    int bytes = 0;
    for (String font : fonts) {
      byte[] file = fetch(font, "identity").body();
      bytes += file.length;
      assertThat(Woff2.axes(file)).as(font).isEqualTo(List.of("wght"));
    }
    assertThat(bytes).isLessThanOrEqualTo(105 * 1024);
    String css =
        fetch(
                files(html).stream().filter(file -> file.endsWith("css")).findFirst().orElseThrow(),
                "identity")
            .text();
    for (String face : faces(css)) {
      if (face.contains("woff2")) {
        assertThat(face).contains("font-display: swap");
      }
    }
  }

  private static List<String> faces(String css) {
    return new ArrayList<>(
        Arrays.stream(css.split("@font-face", -1))
            .skip(1)
            .map(face -> face.substring(0, face.indexOf('}')))
            .toList());
  }

  @Test
  void no_script_stands_in_the_way_of_the_first_picture() throws Exception {
    String html = fetch(PAGE, "identity").text();
    List<String> scripts =
        SCRIPT.matcher(html).results().map(found -> found.group(1).strip()).toList();
    assertThat(scripts).isNotEmpty();
    for (String script : scripts) {
      boolean fetched = script.contains("src=");
      boolean waits =
          script.contains("type=\"module\"")
              || script.contains("defer")
              || script.contains("async");
      assertThat(!fetched || waits).as(script).isTrue();
    }
  }
}
