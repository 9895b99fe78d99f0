package voxpop.comment.comment;

import java.util.Arrays;
import java.util.Comparator;

/** Which threads come first. Within each, replies follow what they answer, oldest first. */
enum Order {
  OLDEST(Arrays::compareUnsigned),
  NEWEST(
      Comparator.<byte[], byte[]>comparing(
              path -> Arrays.copyOf(path, ThreadPath.STEP), Arrays::compareUnsigned)
          .reversed()
          .thenComparing(path -> path, Arrays::compareUnsigned));

  private final Comparator<byte[]> paths;

  Order(Comparator<byte[]> paths) {
    this.paths = paths;
  }

  Comparator<Comment> comparator() {
    return Comparator.comparing(Comment::path, paths);
  }

  boolean isAfter(Comment comment, ThreadPath place) {
    return paths.compare(comment.path(), place.bytes()) > 0;
  }
}
