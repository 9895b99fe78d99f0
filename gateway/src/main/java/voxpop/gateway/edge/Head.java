package voxpop.gateway.edge;

import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.ReadOnlyHttpHeaders;
import io.netty.util.AsciiString;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import voxpop.kit.access.RequestId;

/**
 * What is told before a page's bytes. Both ways on which pages leave say the same fields; for the
 * short one they are put together once for each form of a page, ready for the wire.
 */
final class Head {
  /** With the bytes, or instead of them. */
  enum Kind {
    PAGE,
    NOT_MODIFIED
  }

  /** Which of a page's heads. */
  record Form(Kind kind, Encoding encoding, boolean stale) {}

  private static final AsciiString DATE = AsciiString.cached("Date");
  private static final AsciiString REQUEST_ID = AsciiString.cached(RequestId.HEADER);

  private final CharSequence[] fields;

  private Head(CharSequence[] fields) {
    this.fields = fields;
  }

  /** What a page in this form says of itself. */
  static Map<String, String> fields(CachedPage page, Kind kind, Encoding encoding, String how) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("ETag", '"' + page.tag() + encoding.ending() + '"');
    fields.put("Cache-Control", "no-cache");
    fields.put("Vary", "Accept-Encoding");
    fields.put("Cache-Status", "voxpop; " + how);
    if (kind == Kind.PAGE) {
      fields.put("Content-Type", page.rendered.contentType());
      String links = page.rendered.links();
      if (links != null) {
        fields.put("Link", links);
      }
      if (encoding != Encoding.IDENTITY) {
        fields.put("Content-Encoding", encoding.token());
      }
    }
    return fields;
  }

  /**
   * All of the answer's head.
   *
   * @param length of the bytes, whether they are sent or not
   */
  static Head of(CachedPage page, Form form, int length, Map<String, String> security) {
    List<CharSequence> all = new ArrayList<>();
    fields(page, form.kind, form.encoding, form.stale ? Served.STALE : Served.HIT)
        .forEach((name, value) -> add(all, name, value));
    security.forEach((name, value) -> add(all, name, value));
    if (form.kind == Kind.PAGE) {
      add(all, "Content-Length", Integer.toString(length));
    }
    return new Head(all.toArray(CharSequence[]::new));
  }

  /** With what differs from answer to answer. */
  HttpHeaders at(CharSequence date, @Nullable CharSequence requestId) {
    int length = fields.length;
    CharSequence[] all = Arrays.copyOf(fields, length + (requestId == null ? 2 : 4));
    all[length] = DATE;
    all[length + 1] = date;
    if (requestId != null) {
      all[length + 2] = REQUEST_ID;
      all[length + 3] = requestId;
    }
    return new ReadOnlyHttpHeaders(false, all);
  }

  private static void add(List<CharSequence> all, String name, String value) {
    all.add(new AsciiString(name));
    all.add(new AsciiString(value));
  }
}
