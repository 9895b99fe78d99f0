package voxpop.gateway.edge;

import io.netty.buffer.ByteBuf;
import io.netty.util.concurrent.FastThreadLocal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The head of a request that a kept page can answer, whoever sent it. What isn't clear at first
 * sight needs a closer look, and is none.
 *
 * @param method {@code GET} or {@code HEAD}
 * @param key of the page that would answer, were it kept
 * @param accepted {@code Accept-Encoding}
 * @param known {@code If-None-Match}
 * @param length bytes of the head with its empty line; there is no body
 */
record PlainRead(
    String method, String key, @Nullable String accepted, @Nullable String known, int length) {
  /** Browsers send less than one kilobyte, with many cookies two. */
  private static final int LONGEST = 4_096;

  private static final String GET = "GET";
  private static final String HEAD = "HEAD";
  private static final byte[] GET_LINE = ascii("GET ");
  private static final byte[] HEAD_LINE = ascii("HEAD ");
  private static final byte[] VERSION = ascii(" HTTP/1.1\r\n");

  /** The fields that have a say here, and all others, which change nothing in what a page is. */
  private enum Field {
    HOST("host"),
    COOKIE("cookie"),
    CONNECTION("connection"),
    ACCEPT_ENCODING("accept-encoding"),
    IF_NONE_MATCH("if-none-match"),
    CONTENT_LENGTH("content-length"),
    /** Each of these may change the answer, or what has to be done besides answering. */
    NOT_PLAIN("authorization", "transfer-encoding", "expect", "upgrade", "origin", "traceparent"),
    OTHER;

    private static final Field[] ALL = values();
    private final byte[][] names;

    Field(String... names) {
      this.names = Arrays.stream(names).map(PlainRead::ascii).toArray(byte[][]::new);
    }

    static Field at(byte[] bytes, int from, int to) {
      for (Field field : ALL) {
        for (byte[] name : field.names) {
          if (name.length == to - from && same(name, bytes, from)) {
            return field;
          }
        }
      }
      return OTHER;
    }

    private static boolean same(byte[] lower, byte[] bytes, int from) {
      for (int i = 0; i < lower.length; i++) {
        // the one bit in which small and capital letters differ; a hyphen has it as well
        if (lower[i] != (bytes[from + i] | 0x20)) {
          return false;
        }
      }
      return true;
    }
  }

  // Among them are the names of the cookies that make a page one reader's own.
  private static final String[] OWN = {Sessions.COOKIE, FreshCookie.NAME};

  /** Letters, digits and hyphens: the names of all fields that anybody sends. */
  private static final boolean[] OF_NAME = lettersDigitsAnd("-");

  /** Of addresses under which pages are kept. */
  private static final boolean[] OF_PATH = lettersDigitsAnd("/-_.");

  private static final FastThreadLocal<byte[]> SCRATCH =
      new FastThreadLocal<>() {
        @Override
        protected byte[] initialValue() {
          return new byte[LONGEST];
        }
      };

  boolean withoutBody() {
    return method.equals(HEAD);
  }

  /** Looks at the bytes and takes none; null unless all of a plain head is there. */
  static @Nullable PlainRead of(ByteBuf in) {
    byte[] bytes = SCRATCH.get();
    int end = Math.min(in.readableBytes(), LONGEST);
    in.getBytes(in.readerIndex(), bytes, 0, end);
    boolean get = matches(bytes, 0, end, GET_LINE);
    if (!get && !matches(bytes, 0, end, HEAD_LINE)) {
      return null;
    }
    String method = get ? GET : HEAD;
    int path = method.length() + 1;
    int pathEnd = path;
    while (pathEnd < end && OF_PATH[bytes[pathEnd] & 0xff]) {
      pathEnd++;
    }
    int line = pathEnd < end && bytes[pathEnd] == '?' ? queryEnd(bytes, pathEnd, end) : pathEnd;
    if (line < 0 || !matches(bytes, line, end, VERSION)) {
      return null;
    }
    return fields(bytes, line + VERSION.length, end, method, text(bytes, path, pathEnd));
  }

  /**
   * Pages are kept by their path. What follows a question mark changes none but {@code after}, the
   * place in a list; links are shared with all sorts of marks behind them.
   */
  private static int queryEnd(byte[] bytes, int from, int end) {
    int at = from;
    while (at < end && bytes[at] > ' ' && bytes[at] < 0x7f && bytes[at] != '%') {
      at++;
    }
    return text(bytes, from, at).contains("after") ? -1 : at;
  }

  private static @Nullable PlainRead fields(
      byte[] bytes, int from, int end, String method, String key) {
    String accepted = null;
    String known = null;
    boolean host = false;
    boolean empty = false;
    int at = from;
    while (at < end && bytes[at] != '\r') {
      int name = at;
      while (at < end && OF_NAME[bytes[at] & 0xff]) {
        at++;
      }
      int nameEnd = at;
      if (at == end || bytes[at] != ':' || nameEnd == name) {
        return null;
      }
      at++;
      int value = at;
      while (at < end
          && (bytes[at] >= ' ' || bytes[at] < 0 || bytes[at] == '\t')
          && bytes[at] != 0x7f) {
        at++;
      }
      if (at + 1 >= end || bytes[at] != '\r' || bytes[at + 1] != '\n') {
        return null;
      }
      // RFC 9112, 3.2: one host; of the others a second one would have to be put to the first
      switch (Field.at(bytes, name, nameEnd)) {
        case OTHER -> {}
        case HOST -> {
          if (host) {
            return null;
          }
          host = true;
        }
        case ACCEPT_ENCODING -> {
          if (accepted != null) {
            return null;
          }
          accepted = text(bytes, value, at).strip();
        }
        case IF_NONE_MATCH -> {
          if (known != null) {
            return null;
          }
          known = text(bytes, value, at).strip();
        }
        case CONNECTION -> {
          if (!text(bytes, value, at).strip().equalsIgnoreCase("keep-alive")) {
            return null;
          }
        }
        // some programs say of a read that it has no body
        case CONTENT_LENGTH -> {
          if (empty || !text(bytes, value, at).strip().equals("0")) {
            return null;
          }
          empty = true;
        }
        case COOKIE -> {
          if (isOwn(text(bytes, value, at))) {
            return null;
          }
        }
        case NOT_PLAIN -> {
          return null;
        }
      }
      at += 2;
    }
    boolean whole = at + 1 < end && bytes[at + 1] == '\n';
    return whole && host ? new PlainRead(method, key, accepted, known, at + 2) : null;
  }

  private static boolean isOwn(String cookies) {
    for (String name : OWN) {
      if (cookies.contains(name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(byte[] bytes, int from, int end, byte[] word) {
    return end - from >= word.length
        && Arrays.equals(bytes, from, from + word.length, word, 0, word.length);
  }

  private static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static boolean[] lettersDigitsAnd(String more) {
    boolean[] wanted = new boolean[256];
    for (int c = 0; c < 256; c++) {
      wanted[c] =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || more.indexOf(c) >= 0;
    }
    return wanted;
  }
}
