package voxpop.gateway.edge;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import voxpop.kit.access.RequestId;

/**
 * What is told before a page's bytes. Both ways on which pages leave say the same fields; for the
 * short one they are put together once for each form of a page, ready for the wire.
 */
final class Head {
  /** With the bytes, or instead of them. */
  enum Kind {
    PAGE(200, "OK"),
    NOT_MODIFIED(304, "Not Modified");

    private final int status;
    private final String reason;

    Kind(int status, String reason) {
      this.status = status;
      this.reason = reason;
    }

    int status() {
      return status;
    }
  }

  /** Which of a page's heads. */
  record Form(Kind kind, Encoding encoding, boolean stale) {
    static final int ALL = Kind.values().length * Encoding.values().length * 2;

    /** From 0, below {@link #ALL}. */
    int number() {
      return (kind.ordinal() * Encoding.values().length + encoding.ordinal()) * 2 + (stale ? 1 : 0);
    }
  }

  private static final byte[] DATE = ascii("Date: ");
  private static final byte[] REQUEST_ID = ascii("\r\n" + RequestId.HEADER + ": ");
  private static final byte[] END = ascii("\r\n\r\n");

  /** The first line, and the fields that are the same in each answer. */
  private final byte[] fixed;

  private Head(byte[] fixed) {
    this.fixed = fixed;
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
    StringBuilder head = new StringBuilder(1_024).append("HTTP/1.1 ");
    head.append(form.kind.status).append(' ').append(form.kind.reason).append("\r\n");
    fields(page, form.kind, form.encoding, form.stale ? Served.STALE : Served.HIT)
        .forEach((name, value) -> add(head, name, value));
    security.forEach((name, value) -> add(head, name, value));
    if (form.kind == Kind.PAGE) {
      add(head, "Content-Length", Integer.toString(length));
    }
    return new Head(ascii(head.toString()));
  }

  private static void add(StringBuilder head, String name, String value) {
    head.append(name).append(": ").append(value).append("\r\n");
  }

  /** With what differs from answer to answer. */
  ByteBuf at(ByteBufAllocator allocator, byte[] date, String requestId) {
    int length =
        fixed.length
            + DATE.length
            + date.length
            + REQUEST_ID.length
            + requestId.length()
            + END.length;
    ByteBuf head = allocator.directBuffer(length, length);
    head.writeBytes(fixed).writeBytes(DATE).writeBytes(date).writeBytes(REQUEST_ID);
    ByteBufUtil.writeAscii(head, requestId);
    return head.writeBytes(END);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
