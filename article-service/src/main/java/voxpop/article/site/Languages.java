package voxpop.article.site;

import com.ibm.icu.util.ULocale;

/** What is known of languages beyond their tags (CLDR). */
public final class Languages {

  /**
   * BCP 47 as it is used here: a language, a script where it matters, a region where it matters.
   */
  public static final String TAG = "[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?";

  private Languages() {}

  /** {@code ltr} or {@code rtl}: the direction that its script is written in. */
  public static String direction(String language) {
    return ULocale.forLanguageTag(language).isRightToLeft() ? "rtl" : "ltr";
  }
}
