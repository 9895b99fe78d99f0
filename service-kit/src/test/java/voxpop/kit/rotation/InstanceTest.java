package voxpop.kit.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.discovery.ServiceInstance;
import io.micronaut.http.HttpRequest;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class InstanceTest {
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1_000); // overflows on the way
  private final Instance instance =
      new Instance(
          ServiceInstance.of("article-service", URI.create("http://127.0.0.1:8081")), now::get);

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }

  private Call call(String path) {
    Call call = Call.of(HttpRequest.GET(path), now.get());
    instance.begin(call);
    return call;
  }

  @Test
  void who_answers_nobody_for_a_while_is_set_aside_and_whoever_waits_is_told() {
    Call waits = call("/pages/de/x");
    pass(Instance.SILENT.minusMillis(1));
    assertThat(instance.giveUpIfSilent()).isEmpty();
    assertThat(instance.usable()).isTrue();
    pass(Duration.ofMillis(1));
    assertThat(instance.giveUpIfSilent()).containsExactly(waits);
    assertThat(instance.usable()).isFalse();
  }

  @Test
  void who_is_slow_with_one_call_but_answers_others_stays() {
    call("/slow");
    for (int i = 0; i < 10; i++) {
      pass(Duration.ofMillis(500));
      instance.answered(call("/quick"));
      assertThat(instance.giveUpIfSilent()).isEmpty();
    }
    assertThat(instance.usable()).isTrue();
  }

  @Test
  void callers_who_gave_up_after_a_long_wait_count_as_well() {
    for (int i = 0; i < 2; i++) {
      Call call = call("/api/comments");
      pass(Duration.ofMillis(800));
      instance.unanswered(call);
    }
    assertThat(instance.giveUpIfSilent()).isEmpty();
    assertThat(instance.usable()).isFalse();
  }

  @Test
  void callers_who_gave_up_at_once_say_nothing() {
    instance.unanswered(call("/x"));
    pass(Duration.ofSeconds(10));
    instance.giveUpIfSilent();
    assertThat(instance.usable()).isTrue();
  }

  @Test
  void a_long_poll_may_take_its_time() {
    call(Call.LONG_POLL);
    pass(Duration.ofSeconds(10));
    assertThat(instance.giveUpIfSilent()).isEmpty();
    assertThat(instance.usable()).isTrue();
  }

  @Test
  void after_a_while_one_call_tries_and_its_answer_lets_the_others_in() {
    instance.refused(call("/x"));
    pass(Instance.ASIDE.minusMillis(1));
    assertThat(instance.usable()).isFalse();
    pass(Duration.ofMillis(1));
    assertThat(instance.usable()).isTrue();
    Call tries = call("/x");
    assertThat(instance.usable()).isFalse();
    instance.answered(tries);
    assertThat(instance.usable()).isTrue();
  }
}
