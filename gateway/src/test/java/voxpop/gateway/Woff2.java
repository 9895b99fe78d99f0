package voxpop.gateway;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.Decoder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads of a font file what can vary in it (WOFF 2.0, sections 4 and 5; OpenType, fvar). */
final class Woff2 {
  private static final int HEADER = 48;
  private static final int FVAR = 47;
  private static final int GLYF = 10;
  private static final int LOCA = 11;
  private static final int ANY_TAG = 63;

  private Woff2() {}

  /** The tags of its axes; empty for a font that doesn't vary. */
  static List<String> axes(byte[] file) throws IOException {
    Brotli4jLoader.ensureAvailability();
    ByteBuffer in = ByteBuffer.wrap(file);
    int tables = in.getShort(12);
    int compressed = in.getInt(20);
    in.position(HEADER);
    int offset = 0;
    int fvar = -1;
    for (int i = 0; i < tables; i++) {
      int flags = in.get();
      int tag = flags & 63;
      if (tag == ANY_TAG) {
        in.getInt();
      }
      int length = number(in);
      // glyf and loca are transformed unless they say otherwise, all others if they say so.
      boolean plain = tag == GLYF || tag == LOCA ? (flags >> 6 & 3) == 3 : (flags >> 6 & 3) == 0;
      int stored = plain ? length : number(in);
      if (tag == FVAR) {
        fvar = offset;
      }
      offset += stored;
    }
    byte[] data =
        Decoder.decompress(Arrays.copyOfRange(file, in.position(), in.position() + compressed))
            .getDecompressedData();
    return fvar < 0 ? List.of() : tags(ByteBuffer.wrap(data), fvar);
  }

  private static List<String> tags(ByteBuffer font, int fvar) {
    int first = font.getShort(fvar + 4);
    int count = font.getShort(fvar + 8);
    int size = font.getShort(fvar + 10);
    List<String> tags = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] tag = new byte[4];
      font.get(fvar + first + i * size, tag);
      tags.add(new String(tag, StandardCharsets.US_ASCII));
    }
    return tags;
  }

  /** UIntBase128. */
  private static int number(ByteBuffer in) {
    int value = 0;
    byte next;
    do {
      next = in.get();
      value = value << 7 | next & 127;
    } while (next < 0);
    return value;
  }
}
