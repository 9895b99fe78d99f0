package voxpop.kit.together;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TogetherTest {
  private static final int MOST = 5;

  private final List<List<Integer>> batches = Collections.synchronizedList(new ArrayList<>());
  private final List<Integer> alone = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);

  private List<Optional<String>> atOnce(List<Integer> questions) {
    batches.add(questions);
    begun.countDown();
    waitFor(goOn);
    if (questions.contains(666)) throw new IllegalStateException("poison");
    if (questions.contains(999)) throw new Undecided(new IllegalStateException("no answer"));
    return questions.stream()
        .map(each -> each < 0 ? Optional.<String>empty() : Optional.of("with others: " + each))
        .toList();
  }

  private String alone(Integer question) {
    alone.add(question);
    if (question == 666) throw new IllegalStateException("poison");
    return "alone: " + question;
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Together<Integer, String> together() {
    return new Together<>("test", MOST, this::atOnce, this::alone);
  }

  /** The first by itself, and the others while it is being done. */
  private List<CompletableFuture<String>> ask(Together<Integer, String> together, int... others) {
    List<CompletableFuture<String>> answers = new ArrayList<>();
    answers.add(together.ask(0));
    waitFor(begun);
    for (int other : others) answers.add(together.ask(other));
    return answers;
  }

  @Test
  void who_comes_alone_waits_for_nobody_and_who_come_meanwhile_are_one_batch() {
    try (var together = together()) {
      var answers = ask(together, 1, 2, 3);
      goOn.countDown();
      assertThat(answers.stream().map(CompletableFuture::join))
          .containsExactly("with others: 0", "with others: 1", "with others: 2", "with others: 3");
      assertThat(batches).containsExactly(List.of(0), List.of(1, 2, 3));
    }
  }

  @Test
  void a_batch_has_a_limit() {
    try (var together = together()) {
      var answers = ask(together, 1, 2, 3, 4, 5, 6);
      goOn.countDown();
      answers.forEach(CompletableFuture::join);
      assertThat(batches).containsExactly(List.of(0), List.of(1, 2, 3, 4, 5), List.of(6));
    }
  }

  @Test
  void what_a_batch_leaves_out_is_done_by_itself() {
    try (var together = together()) {
      var answers = ask(together, 1, -2, 3);
      goOn.countDown();
      assertThat(answers.stream().map(CompletableFuture::join))
          .containsExactly("with others: 0", "with others: 1", "alone: -2", "with others: 3");
    }
  }

  @Test
  void one_that_fails_is_nobody_elses_failure() {
    try (var together = together()) {
      var answers = ask(together, 1, 666, 3);
      goOn.countDown();
      assertThat(answers.get(1).join()).isEqualTo("alone: 1");
      assertThat(answers.get(3).join()).isEqualTo("alone: 3");
      assertThatThrownBy(() -> answers.get(2).get()).hasRootCauseMessage("poison");
      assertThat(together.ask(4).join()).isEqualTo("with others: 4");
    }
  }

  @Test
  void what_may_have_been_done_is_not_done_again() {
    try (var together = together()) {
      var answers = ask(together, 1, 999);
      goOn.countDown();
      assertThatThrownBy(() -> answers.get(1).get()).hasCauseInstanceOf(Undecided.class);
      assertThatThrownBy(() -> answers.get(2).get()).hasCauseInstanceOf(Undecided.class);
      assertThat(alone).isEmpty();
    }
  }

  @Test
  void the_end_finishes_what_was_asked_and_who_comes_later_is_done_by_themselves() {
    var together = together();
    var answers = ask(together, 1, 2, 3, 4, 5, 6, 7);
    CompletableFuture<Void> end = CompletableFuture.runAsync(together::close);
    goOn.countDown();
    end.join();
    assertThat(answers).allSatisfy(answer -> assertThat(answer.getNow("no")).startsWith("with"));
    assertThat(together.ask(8).join()).isEqualTo("alone: 8");
    together.close();
  }

  @Test
  void each_of_many_has_its_own_answer() throws Exception {
    goOn.countDown();
    Random random = new Random(7);
    try (var together = together();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Integer> questions = random.ints(2_000, -50, 500).boxed().toList();
      var answers =
          questions.stream().map(each -> threads.submit(() -> together.ask(each))).toList();
      for (int i = 0; i < questions.size(); i++) {
        assertThat(answers.get(i).get().get(60, TimeUnit.SECONDS))
            .endsWith(": " + questions.get(i));
      }
    }
    await().untilAsserted(() -> assertThat(batches).allMatch(batch -> batch.size() <= MOST));
  }
}
