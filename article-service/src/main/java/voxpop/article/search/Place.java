package voxpop.article.search;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.util.BytesRef;
import voxpop.kit.problem.Problem;

/** Where a list of results goes on: behind one that had this score, time and key. */
final class Place {
  private Place() {}

  static String text(FieldDoc last) {
    String plain =
        Float.floatToIntBits((Float) last.fields[0])
            + " "
            + last.fields[1]
            + " "
            + ((BytesRef) last.fields[2]).utf8ToString();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @throws Problem 400 if this is none of ours
   */
  static FieldDoc of(String after) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8);
      String[] parts = plain.split(" ", 3);
      if (parts.length == 3) {
        float score = Float.intBitsToFloat(Integer.parseInt(parts[0]));
        return new FieldDoc(
            0, score, new Object[] {score, Long.valueOf(parts[1]), new BytesRef(parts[2])});
      }
    } catch (IllegalArgumentException broken) {
      // said below
    }
    throw Problem.invalid("after", "is not what next said");
  }
}
