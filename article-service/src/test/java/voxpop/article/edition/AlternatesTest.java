package voxpop.article.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AlternatesTest {
  private static final List<String> SITE = List.of("de", "en", "fi");

  private static EditionRef edition(String language, Origin origin) {
    return new EditionRef(language, language + "-slug", "Title", origin, Freshness.CURRENT, 1);
  }

  private static final List<EditionRef> EDITIONS =
      List.of(
          edition("en", Origin.ORIGINAL),
          edition("de", Origin.HUMAN),
          edition("fi", Origin.MACHINE),
          edition("tr", Origin.HUMAN));

  @Test
  void what_nobody_has_reviewed_is_kept_from_search_engines() {
    assertThat(new Alternates(SITE, false).of(EDITIONS))
        .containsExactly(
            new Alternate("en", "/en/en-slug"),
            new Alternate("de", "/de/de-slug"),
            new Alternate("x-default", "/en/en-slug"));
  }

  @Test
  void unless_the_site_says_otherwise() {
    assertThat(new Alternates(SITE, true).of(EDITIONS))
        .contains(new Alternate("fi", "/fi/fi-slug"))
        .noneMatch(alternate -> alternate.language().equals("tr"));
  }

  @Test
  void a_language_that_the_site_gave_up_is_read_no_more() {
    assertThat(new Alternates(SITE, false).readable(EDITIONS))
        .extracting(EditionRef::language)
        .containsExactly("en", "de", "fi");
    assertThat(new Alternates(List.of("de", "fi"), false).of(EDITIONS))
        .contains(new Alternate("x-default", "/de/de-slug"));
  }

  @Test
  void everybody_else_is_asked_at_the_bare_address() {
    assertThat(new Alternates(SITE, false).home())
        .startsWith(new Alternate("de", "/de/"))
        .endsWith(new Alternate("x-default", "/"));
    assertThat(new Alternates(SITE, false).lists(List.of("en", "de"), "topic/x"))
        .endsWith(new Alternate("x-default", "/en/topic/x"));
  }
}
