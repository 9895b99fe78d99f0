package voxpop.translation.job;

/**
 * What tasks count for in their job.
 *
 * @param engine characters that an engine was sent
 * @param glossary characters that the glossary translated
 * @param memory characters that the memory knew
 */
record Tallied(int done, int failed, long engine, long glossary, long memory) {
  static final Tallied UNWANTED = new Tallied(1, 0, 0, 0, 0);
  static final Tallied FAILED = new Tallied(0, 1, 0, 0, 0);

  static Tallied remembered(long characters) {
    return new Tallied(1, 0, 0, 0, characters);
  }

  static Tallied answered(boolean failed, long engine, long glossary) {
    return new Tallied(failed ? 0 : 1, failed ? 1 : 0, engine, glossary, 0);
  }

  Tallied plus(Tallied other) {
    return new Tallied(
        done + other.done,
        failed + other.failed,
        engine + other.engine,
        glossary + other.glossary,
        memory + other.memory);
  }
}
