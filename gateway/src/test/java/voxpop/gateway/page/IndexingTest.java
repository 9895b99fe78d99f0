package voxpop.gateway.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import voxpop.gateway.client.Site;

class IndexingTest {
  @Test
  void what_nobody_has_reviewed_is_kept_from_search_engines() {
    assertThat(page("machine", false)).contains("content=\"noindex\"");
    assertThat(page("human", false)).doesNotContain("noindex");
  }

  @Test
  void unless_the_site_says_otherwise() {
    assertThat(page("machine", true)).doesNotContain("noindex");
  }

  private static String page(String origin, boolean indexed) {
    Site s = Specimens.SITE;
    var site =
        new Site(
            s.name(),
            s.tagline(),
            s.address(),
            s.language(),
            s.languages(),
            s.timeZone(),
            s.machineEditions(),
            s.comments(),
            Map.of(),
            indexed,
            1);
    byte[] html =
        SpecimenPages.PAGES.article(
            site, Specimens.article(origin, "current"), Specimens.TALK, Visit.STRANGER);
    return new String(html, UTF_8);
  }
}
