package voxpop.gateway.edge;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.util.IllegalReferenceCountException;
import org.jspecify.annotations.Nullable;

/**
 * Bytes outside of the heap that any number of answers on their way share without copying them.
 * Whoever keeps them lets go once; they are freed when the last answer has left.
 */
final class SharedBytes {
  private final ByteBuf bytes;

  // Not from the pool: of exactly this size, and given back to the system at once.
  SharedBytes(byte[] from) {
    bytes =
        UnpooledByteBufAllocator.DEFAULT.directBuffer(from.length, from.length).writeBytes(from);
  }

  int length() {
    return bytes.writerIndex();
  }

  /** For one answer, which releases it; null when they are gone already. */
  @Nullable ByteBuf share() {
    try {
      return bytes.retainedDuplicate();
    } catch (IllegalReferenceCountException e) {
      return null;
    }
  }

  /** A copy on the heap; null when they are gone already. */
  byte @Nullable [] copy() {
    ByteBuf mine = share();
    if (mine == null) {
      return null;
    }
    try {
      return ByteBufUtil.getBytes(mine);
    } finally {
      mine.release();
    }
  }

  void letGo() {
    bytes.release();
  }
}
