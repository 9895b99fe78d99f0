package voxpop.gateway.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IndexingTest {
  @Test
  void a_page_that_is_not_among_its_alternates_is_kept_from_search_engines() {
    assertThat(page("machine"))
        .contains("content=\"noindex\"")
        .doesNotContain("rel=\"canonical\"", "hreflang=\"x-default\"");
  }

  @Test
  void a_page_that_is_among_them_names_them_all() {
    assertThat(page("human"))
        .doesNotContain("noindex")
        .contains(
            "rel=\"alternate\" hreflang=\"de\"",
            "rel=\"alternate\" hreflang=\"en\"",
            "rel=\"alternate\" hreflang=\"fr\"",
            "rel=\"alternate\" hreflang=\"x-default\"")
        .doesNotContain("rel=\"alternate\" hreflang=\"es\"");
  }

  private static String page(String origin) {
    byte[] html =
        SpecimenPages.PAGES.article(
            Specimens.SITE, Specimens.article(origin, "current"), Specimens.TALK, Visit.STRANGER);
    return new String(html, UTF_8);
  }
}
