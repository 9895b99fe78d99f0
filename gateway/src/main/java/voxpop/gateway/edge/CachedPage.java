package voxpop.gateway.edge;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is kept: the same bytes for everybody, in each encoding, and how current they are.
 */
public final class CachedPage {
  /** Of the answers, from best to worst. */
  enum State {
    /** Nothing is known to have changed. */
    CURRENT,
    /** Something small changed: served while it is renewed. */
    OUTDATED,
    /** Something small changed, and nobody had read it: renewed for the next one who does. */
    LEFT,
    /** What it tells changed: rendered anew first, served only if that can't be. */
    EXPIRED
  }

  final String key;
  final Rendered rendered;
  final Supplier<Rendered> render;
  final long madeAt;
  private final String tag;
  private volatile byte @Nullable [] gzip;
  private volatile byte @Nullable [] brotli;
  private volatile State state = State.CURRENT;
  private volatile boolean wanted;
  private volatile boolean compressing;
  private volatile boolean planned;
  private volatile long triedAt;

  CachedPage(String key, Rendered rendered, Supplier<Rendered> render, long now) {
    this.key = key;
    this.rendered = rendered;
    this.render = render;
    this.madeAt = now;
    this.triedAt = now;
    this.tag = tag(rendered.body());
  }

  /** The entity tag without quotes; each encoding adds its own ending. */
  String tag() {
    return tag;
  }

  byte[] body() {
    return rendered.body();
  }

  byte @Nullable [] gzip() {
    return gzip;
  }

  byte @Nullable [] brotli() {
    return brotli;
  }

  /** True for the first who asks. */
  boolean mayCompress() {
    if (compressing) {
      return false;
    }
    synchronized (this) {
      boolean first = !compressing;
      compressing = true;
      return first;
    }
  }

  void compressed(byte @Nullable [] asGzip, byte @Nullable [] asBrotli) {
    gzip = asGzip;
    brotli = asBrotli;
  }

  State state() {
    return state;
  }

  synchronized void worsen(State to) {
    if (to.compareTo(state) > 0) {
      state = to;
    }
  }

  boolean timeUp(long now) {
    return olderThan(rendered.lifetime(), now);
  }

  boolean olderThan(Duration age, long now) {
    return now - madeAt > age.toMillis();
  }

  /** Somebody asked for it. */
  void wanted() {
    if (!wanted) {
      wanted = true;
    }
  }

  boolean isWanted() {
    return wanted;
  }

  /** Whether a renewal may start now; true for one caller per pause. */
  synchronized boolean mayTry(long now, Duration pause) {
    if (now - triedAt < pause.toMillis()) {
      return false;
    }
    triedAt = now;
    return true;
  }

  /** Whether it was made, or tried to be, so lately that it has to do for now. */
  boolean resting(long now, Duration pause) {
    return now - triedAt < pause.toMillis();
  }

  /** How long to wait until a renewal may start, or -1 if one is planned already. */
  synchronized long plan(long now, Duration pause) {
    if (planned) {
      return -1;
    }
    planned = true;
    return Math.max(0, triedAt + pause.toMillis() - now);
  }

  synchronized void started(long now) {
    planned = false;
    triedAt = now;
  }

  int weight() {
    return 1_000 + length(rendered.body()) + length(gzip) + length(brotli);
  }

  private static int length(byte @Nullable [] bytes) {
    return bytes == null ? 0 : bytes.length;
  }

  private static String tag(byte[] body) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 12));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
