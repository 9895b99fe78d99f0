package voxpop.gateway.page;

import java.util.stream.Collectors;
import voxpop.gateway.client.Picture;

/** How templates write a picture's variants. */
public final class Pictures {
  private Pictures() {}

  public static String srcset(Picture picture) {
    return picture.srcset().stream()
        .map(v -> v.url() + " " + v.width() + "w")
        .collect(Collectors.joining(", "));
  }

  /** The widest variant: what other sites show when the article is shared. */
  public static Picture.Variant widest(Picture picture) {
    return picture.srcset().stream()
        .reduce((a, b) -> a.width() >= b.width() ? a : b)
        .orElseThrow(() -> new IllegalArgumentException("A picture without variants"));
  }

  /** One of middling width, for browsers that don't know {@code srcset}. */
  public static String middling(Picture picture) {
    return picture.srcset().isEmpty()
        ? ""
        : picture.srcset().get(picture.srcset().size() / 2).url();
  }

  /** What a writer puts into a text to show it. */
  public static String markdown(Picture picture) {
    String alt = picture.alt() == null ? "" : picture.alt().replace("[", "\\[").replace("]", "\\]");
    return "![" + alt + "](/media/" + picture.id() + ")";
  }
}
