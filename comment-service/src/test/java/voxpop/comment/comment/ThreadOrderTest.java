package voxpop.comment.comment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import voxpop.kit.id.Ids;

class ThreadOrderTest {
  private static final long SEED = 20_260_723;

  private record Node(UUID id, ThreadPath path, List<Node> replies) {
    static Node of(UUID id, ThreadPath path) {
      return new Node(id, path, new ArrayList<>());
    }

    void readInto(List<UUID> order) {
      order.add(id);
      replies.forEach(reply -> reply.readInto(order));
    }
  }

  @Test
  void the_order_of_the_paths_is_the_order_of_reading() {
    Random random = new Random(SEED);
    for (int round = 0; round < 50; round++) {
      List<Node> roots = new ArrayList<>();
      List<Node> all = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        grow(random, roots, all);
      }
      List<UUID> expected = new ArrayList<>();
      roots.forEach(root -> root.readInto(expected));
      List<UUID> sorted =
          all.stream()
              .sorted((a, b) -> Arrays.compareUnsigned(a.path().bytes(), b.path().bytes()))
              .map(Node::id)
              .toList();
      assertThat(sorted).as("seed %s, round %s", SEED, round).isEqualTo(expected);
    }
  }

  /** Adds a comment below a random one; where that is as deep as it gets, beside it. */
  private static void grow(Random random, List<Node> roots, List<Node> all) {
    UUID id = Ids.next();
    Node parent =
        all.isEmpty() || random.nextInt(5) == 0 ? null : all.get(random.nextInt(all.size()));
    Node node = Node.of(id, parent == null ? ThreadPath.root(id) : parent.path().reply(id));
    (parent == null ? roots : above(node, parent, all).replies()).add(node);
    all.add(node);
  }

  private static Node above(Node node, Node parent, List<Node> all) {
    UUID nearest = node.path().ancestors().getLast();
    return parent.id().equals(nearest)
        ? parent
        : all.stream().filter(one -> one.id().equals(nearest)).findFirst().orElseThrow();
  }

  @Test
  void depth_ends_where_a_phone_has_no_width_left() {
    ThreadPath path = ThreadPath.root(Ids.next());
    for (int i = 0; i < 20; i++) {
      path = path.reply(Ids.next());
    }
    assertThat(path.depth()).isEqualTo(ThreadPath.MAX_DEPTH);
  }

  @Test
  void everything_below_a_place_lies_before_its_end() {
    ThreadPath place = ThreadPath.root(new UUID(-1L, -1L));
    ThreadPath below = place.reply(new UUID(-1L, -1L)).reply(new UUID(-1L, -1L));
    ThreadPath beside = ThreadPath.root(Ids.next());
    assertThat(Arrays.compareUnsigned(below.bytes(), place.end())).isNegative();
    assertThat(Arrays.compareUnsigned(below.bytes(), beside.end())).isPositive();
  }

  @Test
  void a_cursor_is_a_place_or_nothing() {
    ThreadPath place = ThreadPath.root(Ids.next()).reply(Ids.next());
    assertThat(ThreadPath.ofCursor(place.cursor()).orElseThrow().bytes()).isEqualTo(place.bytes());
    assertThat(ThreadPath.ofCursor("")).isEmpty();
    assertThat(ThreadPath.ofCursor("AAAA")).isEmpty();
    assertThat(ThreadPath.ofCursor("not a cursor!")).isEmpty();
    assertThat(ThreadPath.ofCursor(place.cursor().repeat(9))).isEmpty();
  }
}
