package voxpop.gateway.page;

import org.jspecify.annotations.Nullable;
import voxpop.gateway.client.ArticlePage;
import voxpop.gateway.client.Discussion;
import voxpop.gateway.client.Site;

/** An article and its discussion; null if the comments couldn't be had in time. */
record Found(Site site, ArticlePage page, @Nullable Discussion discussion) {

  /** The same text with what readers have added to it. */
  Found with(Pulse.Beat beat) {
    return new Found(site, page.recommended(beat.recommendations()), beat.discussion());
  }

  /** Whether some of the discussion is in another language than the page. */
  boolean hasOtherLanguages() {
    return discussion != null
        && discussion.items().stream()
            .anyMatch(c -> c.language() != null && !c.language().equals(page.language()));
  }

  /** Its address below the site. */
  String path() {
    return "/" + page.language() + "/" + page.slug();
  }
}
