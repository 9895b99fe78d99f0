package voxpop.gateway.edge;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is kept: the same bytes for everybody, in each encoding, and how current they are.
 */
public final class CachedPage {
  // Key, tag, subjects, heads.
  private static final int OVERHEAD = 3_000;

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
  final String route;

  /** Without its body, which moves out of the heap. */
  final Rendered rendered;

  final Supplier<Rendered> render;
  final long madeAt;
  private final @Nullable String article;
  private final String tag;
  private final AtomicReferenceArray<@Nullable Head> heads =
      new AtomicReferenceArray<>(Head.Form.ALL);
  private volatile byte @Nullable [] plain;
  private volatile @Nullable Map<Encoding, SharedBytes> packed;
  private boolean gone;
  private volatile State state = State.CURRENT;
  private volatile boolean wanted;
  private volatile boolean compressing;
  private volatile boolean rewritten;
  private volatile long triedAt;

  /**
   * @param route the template of the addresses among which the key is, for metrics
   */
  CachedPage(String key, String route, Rendered rendered, Supplier<Rendered> render, long now) {
    this.key = key;
    this.route = route;
    this.rendered = rendered.bare();
    this.plain = rendered.body();
    this.render = render;
    this.madeAt = now;
    this.triedAt = now;
    this.article =
        rendered.subjects().stream().filter(Subjects::isArticle).findFirst().orElse(null);
    this.tag = tag(rendered.body());
  }

  /** The entity tag without quotes; each encoding adds its own ending. */
  String tag() {
    return tag;
  }

  boolean has(Encoding encoding) {
    Map<Encoding, SharedBytes> ready = packed;
    return encoding == Encoding.IDENTITY || (ready != null && ready.containsKey(encoding));
  }

  /** A copy on the heap; null when the page was let go meanwhile, or never had this form. */
  byte @Nullable [] bytes(Encoding encoding) {
    byte[] bytes = plain;
    if (encoding == Encoding.IDENTITY && bytes != null) {
      return bytes;
    }
    SharedBytes shared = shared(encoding);
    return shared == null ? null : shared.copy();
  }

  /** The bytes on the heap; null after {@link #pack}. */
  byte @Nullable [] unpacked() {
    return plain;
  }

  /** The bytes outside of the heap; null before {@link #pack} and for a form that there isn't. */
  @Nullable SharedBytes shared(Encoding encoding) {
    Map<Encoding, SharedBytes> ready = packed;
    return ready == null ? null : ready.get(encoding);
  }

  /**
   * What is told before the shared bytes, ready for the wire.
   *
   * @param security as {@link SecurityHeaders#now} has it; it changes with the site's address, and
   *     then every page goes
   */
  Head head(Head.Form form, int length, SecurityHeaders security) {
    Head head = heads.getPlain(form.number());
    if (head == null) {
      // whoever is second makes the same
      head = Head.of(this, form, length, security.now());
      heads.set(form.number(), head);
    }
    return head;
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

  /** Moves the bytes out of the heap, in each form; after this the page must be let go. */
  void pack(byte[] gzip, byte @Nullable [] brotli) {
    byte[] bytes = plain;
    if (bytes == null) {
      return;
    }
    Map<Encoding, SharedBytes> forms = new EnumMap<>(Encoding.class);
    forms.put(Encoding.IDENTITY, new SharedBytes(bytes));
    forms.put(Encoding.GZIP, new SharedBytes(gzip));
    if (brotli != null) {
      forms.put(Encoding.BROTLI, new SharedBytes(brotli));
    }
    synchronized (this) {
      if (!gone) {
        packed = forms;
        plain = null;
        return;
      }
    }
    forms.values().forEach(SharedBytes::letGo);
  }

  /** The cache has it no more; answers on their way end undisturbed. */
  void letGo() {
    synchronized (this) {
      if (gone) {
        return;
      }
      gone = true;
    }
    Map<Encoding, SharedBytes> forms = packed;
    if (forms != null) {
      forms.values().forEach(SharedBytes::letGo);
    }
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

  /** More than counts and comments changed. */
  void rewritten() {
    rewritten = true;
  }

  /** How to make it anew from less than everything, if that is enough. */
  @Nullable Again again() {
    return rewritten ? null : rendered.again();
  }

  /** The subject of the article that this page is about, if it is about one. */
  @Nullable String article() {
    return article;
  }

  /** About as many bytes as it takes, on the heap and outside. */
  int weight() {
    byte[] bytes = plain;
    Map<Encoding, SharedBytes> forms = packed;
    int weight = OVERHEAD + (bytes == null ? 0 : bytes.length);
    if (rendered.again() != null) {
      weight += rendered.again().weight();
    }
    if (forms != null) {
      for (SharedBytes form : forms.values()) {
        weight += form.length();
      }
    }
    return weight;
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
