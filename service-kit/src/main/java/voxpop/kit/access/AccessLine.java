package voxpop.kit.access;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Writes lines of access into bytes, without making anything that must be collected. A line names
 * the route, not the address: no address of a visitor, no query, no e-mail, no user agent.
 */
final class AccessLine {
  /** No line is longer: names are cut, numbers have at most 20 digits. */
  static final int LONGEST = 512;

  private static final int LONGEST_METHOD = 16;
  private static final int LONGEST_ROUTE = 200;
  private static final int LONGEST_ID = 64;
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

  private final boolean json;
  private final byte[] into;
  private int size;
  private long second = -1;
  private String clock = "";

  AccessLine(boolean json, int capacity) {
    this.json = json;
    this.into = new byte[capacity];
  }

  int size() {
    return size;
  }

  boolean full() {
    return size + LONGEST > into.length;
  }

  byte[] bytes() {
    return into;
  }

  void clear() {
    size = 0;
  }

  void add(
      long millis,
      String method,
      String route,
      int status,
      long bytes,
      long nanos,
      CharSequence id) {
    if (json) {
      text("{\"timestamp\":").number(millis);
      text(",\"level\":\"INFO\",\"loggerName\":\"access\",\"requestId\":\"").safe(id, LONGEST_ID);
      text("\",\"method\":\"").safe(method, LONGEST_METHOD);
      text("\",\"route\":\"").safe(route, LONGEST_ROUTE);
      text("\",\"status\":").number(status);
      text(",\"bytes\":").number(bytes).text(",\"micros\":").number(nanos / 1000).text("}\n");
    } else {
      time(millis).text(" INFO  access ").safe(method, LONGEST_METHOD).text(" ");
      safe(route, LONGEST_ROUTE).text(" ").number(status).text(" ").number(bytes).text(" B ");
      number(nanos / 1000).text(" µs ").safe(id, LONGEST_ID).text("\n");
    }
  }

  private AccessLine time(long millis) {
    if (second != millis / 1000) {
      second = millis / 1000;
      clock = CLOCK.format(Instant.ofEpochSecond(second));
    }
    long rest = millis % 1000;
    return text(clock).text(rest < 10 ? ".00" : rest < 100 ? ".0" : ".").number(rest);
  }

  /** Our own words. */
  private AccessLine text(String ours) {
    for (int i = 0; i < ours.length(); i++) {
      char c = ours.charAt(i);
      if (c < 0x80) {
        into[size++] = (byte) c;
      } else {
        into[size++] = (byte) (0xc0 | c >> 6);
        into[size++] = (byte) (0x80 | c & 0x3f);
      }
    }
    return this;
  }

  /** Whatever it is: it ends neither the string nor the line. */
  private AccessLine safe(CharSequence any, int longest) {
    int length = Math.min(any.length(), longest);
    for (int i = 0; i < length; i++) {
      char c = any.charAt(i);
      into[size++] = (byte) (c > ' ' && c < 0x7f && c != '"' && c != '\\' ? c : '_');
    }
    return this;
  }

  private AccessLine number(long any) {
    long left = Math.max(0, any);
    int digits = 1;
    for (long rest = left; rest >= 10; rest /= 10) {
      digits++;
    }
    for (int i = size + digits - 1; i >= size; i--) {
      into[i] = (byte) ('0' + left % 10);
      left /= 10;
    }
    size += digits;
    return this;
  }
}
