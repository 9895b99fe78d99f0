package voxpop.translation.exchange;

import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.List;
import java.util.UUID;
import voxpop.translation.memory.MemoryEntry;
import voxpop.translation.memory.MemoryFiles;

/** A memory as TMX, read piece by piece while it is sent: its size is no matter. */
@Singleton
class TmxExport {
  private static final int PIECE = 500;

  private final MemoryFiles memory;

  TmxExport(MemoryFiles memory) {
    this.memory = memory;
  }

  InputStream stream(String from, String to) {
    return new SequenceInputStream(new Pieces(from, to));
  }

  private final class Pieces implements Enumeration<InputStream> {
    private final String from;
    private final String to;
    private UUID after = new UUID(0, 0);
    private boolean begun;
    private boolean ended;

    Pieces(String from, String to) {
      this.from = from;
      this.to = to;
    }

    @Override
    public boolean hasMoreElements() {
      return !ended;
    }

    @Override
    public InputStream nextElement() {
      if (!begun) {
        begun = true;
        return bytes(TmxWriter.head(from));
      }
      List<MemoryEntry> piece = memory.approved(from, to, after, PIECE);
      ended = piece.size() < PIECE;
      if (!piece.isEmpty()) after = piece.getLast().id();
      return bytes(TmxWriter.units(piece) + (ended ? TmxWriter.foot() : ""));
    }

    private static InputStream bytes(String text) {
      return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
