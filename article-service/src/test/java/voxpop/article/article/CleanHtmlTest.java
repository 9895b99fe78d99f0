package voxpop.article.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CleanHtmlTest {

  private static String clean(String html) {
    return CleanHtml.of(html, "https://blog.example").body().html();
  }

  private static String markdown(String text) {
    return clean(Markdown.toHtml(text, 4_000_000));
  }

  @Test
  void nothing_runs() {
    var html =
        clean(
            """
            <p onclick="x()" style="color:red">a<script>alert(1)</script></p><iframe src="//x"></iframe>
            <a href="javascript:alert(1)">b</a><a href="jav&#x09;ascript:alert(1)">c</a><a href=" data:text/html,x">d</a>
            <svg><script>1</script></svg><form><input></form><img src="javascript:1"><math><mi xlink:href="x"></math>
            <img src=x onerror=alert(1)><style>p{}</style><meta http-equiv=refresh content=0><base href=//x>\
            """);
    assertThat(html)
        .doesNotContainIgnoringCase("script")
        .doesNotContain(
            "onclick", "onerror", "style", "iframe", "svg", "form", "data:", "<img", "meta",
            "base");
  }

  @Test
  void text_links_tables_and_languages_stay() {
    var html =
        clean(
            """
            <h1 id="oben">T</h1><p lang="fr" translate="no" class="big language-x">a</p>
            <pre><code class="language-java">int a &lt; b;</code></pre>
            <a href="/de/x">own</a> <a href="https://blog.example/y">own too</a> <a href="https://other.example">other</a>
            <a href="#oben">up</a> <a href="mailto:a@b.de">m</a>\
            """);
    assertThat(html)
        .contains("<h2 id=\"oben\">T</h2>")
        .contains("<p lang=\"fr\" translate=\"no\" class=\"language-x\">a</p>")
        .contains("<code class=\"language-java\">int a &lt; b;</code>")
        .contains("<a href=\"/de/x\">own</a>")
        .contains("<a href=\"https://blog.example/y\">own too</a>")
        .contains("<a href=\"https://other.example\" rel=\"external noopener\">other</a>")
        .contains("<a href=\"#oben\">up</a>")
        .contains("mailto:a@b.de");
  }

  @Test
  void an_id_is_there_once_and_only_where_a_text_links_to() {
    assertThat(clean("<h2 id=a>x</h2><h2 id=a>y</h2><span id=b>z</span><h2 id='1 x'>w</h2>"))
        .isEqualTo("<h2 id=\"a\">x</h2><h2>y</h2><span>z</span><h2>w</h2>");
  }

  @Test
  void pictures_come_from_here_or_from_the_web() {
    assertThat(clean("<img src='https://x.example/a.png' srcset='https://x.example/b.png 2x'>"))
        .isEqualTo(
            "<img src=\"https://x.example/a.png\" alt=\"\" loading=\"lazy\""
                + " referrerpolicy=\"no-referrer\">");
    assertThat(
            clean("<img src='/media/1/8.png' srcset='/media/1/8.png 8w, //evil/9.png 9w' alt='A'>"))
        .doesNotContain("evil");
  }

  @Test
  void markdown_knows_tables_footnotes_strikethrough_and_bare_addresses() {
    var html =
        markdown(
            """
            # Titel

            | a | b |
            | :- | -: |
            | 1 | 2 |

            Text[^1] ~~alt~~ https://example.org

            [^1]: Die Note.
            """);
    assertThat(html)
        .contains("<h2>Titel</h2>")
        .contains(
            "<td class=\"align-left\">1</td><td class=\"align-right\">2</td>"
                .replace("</td><", "</td>\n<"))
        .contains("<del>alt</del>")
        .contains("<a href=\"https://example.org\" rel=\"external noopener\">")
        .contains("id=\"fn-1\"")
        .contains("href=\"#fn-1\"")
        .contains("id=\"fnref-1\"")
        .contains("href=\"#fnref-1\"");
  }

  @Test
  void a_text_made_to_be_deep_is_flattened() {
    assertThat(markdown("> ".repeat(5000) + "x")).contains("x");
    assertThat(markdown("*a _b ".repeat(20_000))).contains("a");
    assertThat(clean("<div>".repeat(20_000) + "x")).contains("x");
  }

  @Test
  void cleaning_twice_changes_nothing() {
    var once =
        markdown("Hallo[^1] <b>Welt</b> ![Bild](https://x.example/a.png)\n\n[^1]: Ja & nein.\n");
    assertThat(clean(once)).isEqualTo(once);
  }
}
