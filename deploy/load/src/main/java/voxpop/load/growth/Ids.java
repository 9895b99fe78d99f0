package voxpop.load.growth;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Identifiers as the services make them (UUIDv7, RFC 9562), but told by a number: the same at every
 * run, so that one that was broken off can go on.
 */
final class Ids {
  private static final Instant FIRST = Instant.parse("2020-01-01T00:00:00Z");

  /** A million of them end in the spring of 2023, before anything that is written from now on. */
  private static final Duration STEP = Duration.ofSeconds(100);

  /** Before it are the articles that were made here, from it on those that people wrote. */
  static final UUID END = at(Instant.parse("2026-01-01T00:00:00Z"), 0);

  private static final int OF_ARTICLES = 0;
  private static final int OF_AUTHORS = 1;
  private static final int OF_TOPICS = 2;
  private static final int OF_PARTS = 3;

  private Ids() {}

  static Instant time(int article) {
    return FIRST.plus(STEP.multipliedBy(article));
  }

  static UUID article(int number) {
    return at(time(number), OF_ARTICLES);
  }

  static int number(UUID article) {
    long millis = article.getMostSignificantBits() >>> 16;
    return (int) ((millis - FIRST.toEpochMilli()) / STEP.toMillis());
  }

  static UUID author(int number) {
    return at(FIRST.minusSeconds(1000 - number), OF_AUTHORS);
  }

  static UUID topic(int number) {
    return at(FIRST.minusSeconds(2000 - number), OF_TOPICS);
  }

  /** Something that belongs to an article: a comment, a sentence. */
  static UUID part(int article, int number) {
    return at(time(article).plusMillis(10 + 500L * number), OF_PARTS);
  }

  static Instant timeOfPart(int article, int number) {
    return time(article).plusMillis(10 + 500L * number);
  }

  static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  private static UUID at(Instant time, int kind) {
    long millis = time.toEpochMilli();
    // what is random elsewhere: spread, but the same each time (SplitMix64's finalizer)
    long mixed = (millis * 4 + kind) * 0x9e3779b97f4a7c15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    mixed ^= mixed >>> 31;
    return new UUID(millis << 16 | 0x7000 | mixed & 0xfff, mixed >>> 2 | 0x8000000000000000L);
  }
}
