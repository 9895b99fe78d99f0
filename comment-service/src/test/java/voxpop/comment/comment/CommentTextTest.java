package voxpop.comment.comment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommentTextTest {

  @Test
  void the_subset_is_rendered() {
    assertThat(html("*a* **b** `c`\nd"))
        .isEqualTo("<p><em>a</em> <strong>b</strong> <code>c</code><br>\nd</p>");
    assertThat(html("> q")).isEqualTo("<blockquote>\n<p>q</p>\n</blockquote>");
    assertThat(html("- a\n- b")).isEqualTo("<ul>\n<li>a</li>\n<li>b</li>\n</ul>");
    assertThat(html("3. a")).isEqualTo("<ol start=\"3\">\n<li>a</li>\n</ol>");
    assertThat(html("```java\nx < y\n```")).isEqualTo("<pre><code>x &lt; y\n</code></pre>");
  }

  @Test
  void links_say_that_nobody_vouches_for_them() {
    String attributes = " rel=\"nofollow ugc noopener\"";
    assertThat(html("[a](https://example.org/?a=1&b=2)"))
        .isEqualTo("<p><a href=\"https://example.org/?a=1&amp;b=2\"" + attributes + ">a</a></p>");
    assertThat(html("see https://example.org now"))
        .contains("<a href=\"https://example.org\"" + attributes);
  }

  @Test
  void what_is_not_in_the_subset_stays_text() {
    assertThat(html("# no heading")).isEqualTo("<p># no heading</p>");
    assertThat(html("no heading\n===")).doesNotContain("<h1");
    assertThat(html("a\n\n---")).doesNotContain("<hr");
    assertThat(html("<b>bold</b> <img src=x onerror=alert(1)>"))
        .doesNotContain("<b>", "<img")
        .contains("&lt;b&gt;bold&lt;/b&gt;");
    assertThat(html("<script>alert(1)</script>"))
        .doesNotContain("<script")
        .contains("&lt;script&gt;");
  }

  @Test
  void a_picture_becomes_a_link() {
    assertThat(html("![a *cat*](https://example.org/cat.png)"))
        .isEqualTo(
            "<p><a href=\"https://example.org/cat.png\" rel=\"nofollow ugc noopener\">a"
                + " <em>cat</em></a></p>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](java\tscript:alert(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "[x](vbscript:x)",
        "<javascript:alert(1)>",
        "![x](javascript:alert(1))",
        "[x](/relative)",
        "[x](file:///etc/passwd)"
      })
  void only_web_addresses_are_linked(String markdown) {
    assertThat(html(markdown)).doesNotContain("href");
  }

  @Test
  void an_address_for_mail_is_not_made_a_link() {
    assertThat(html("write to someone@example.org")).doesNotContain("<a");
  }

  @Test
  void links_are_counted() {
    assertThat(
            CommentText.of("https://a.example [b](http://b.example) ![c](http://c.example)")
                .links())
        .isEqualTo(3);
  }

  @Test
  void what_nobody_would_see_is_empty() {
    assertThat(CommentText.of("[a]: http://example.org").plain()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ">", "* ", "[", "*a **b ", "![", "`", "<", "1. ", "> - ", "(((", "**", "_a", "&amp;", "[a]("
      })
  void ten_thousand_characters_of_nonsense_end_soon(String piece) {
    String nonsense = piece.repeat(NewComment.MAX_BODY / piece.length());
    long start = System.nanoTime();
    assertThat(CommentText.of(nonsense).html()).isNotNull();
    assertThat((System.nanoTime() - start) / 1_000_000).as("milliseconds").isLessThan(3_000);
  }

  private static String html(String markdown) {
    return CommentText.of(markdown).html();
  }
}
