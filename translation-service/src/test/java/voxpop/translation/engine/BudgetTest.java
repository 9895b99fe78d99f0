package voxpop.translation.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import voxpop.translation.WorkshopTest;

@MicronautTest(transactional = false)
class BudgetTest extends WorkshopTest {
  @Inject Budget budget;
  @Inject LibreTranslate libre;
  @Inject DeepL deepL;
  @Inject Apertium apertium;

  @Override
  protected Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(super.settings());
    settings.put("voxpop.engine.libretranslate.budget", "1000");
    settings.put("voxpop.engine.deepl.budget", "1000");
    settings.put("voxpop.engines.visitors-share", "0.3");
    return settings;
  }

  @Test
  void however_many_ask_at_once_no_more_than_the_budget_is_taken() throws Exception {
    AtomicInteger taken = new AtomicInteger();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      threads.add(
          Thread.startVirtualThread(
              () -> {
                for (int k = 0; k < 30; k++) {
                  try {
                    budget.take(libre, 7, Payer.SITE);
                    taken.incrementAndGet();
                  } catch (OutOfBudget e) {
                    assertThat(e.renewed()).isAfter(java.time.Instant.now());
                  }
                }
              }));
    }
    for (Thread thread : threads) thread.join();
    assertThat(taken.get()).isEqualTo(1000 / 7);
    assertThat(budget.state(libre).used()).isEqualTo(1000 / 7 * 7);
  }

  @Test
  void visitors_have_a_share_and_the_site_all_of_it() {
    budget.take(deepL, 300, Payer.VISITOR);
    assertThatThrownBy(() -> budget.take(deepL, 1, Payer.VISITOR))
        .isInstanceOf(OutOfBudget.class)
        .hasMessageContaining("visitors");
    budget.take(deepL, 600, Payer.SITE);
    assertThat(budget.state(deepL).visitors()).isEqualTo(new Budget.Share(300L, 300));
    budget.giveBack(deepL, 100, Payer.VISITOR);
    budget.take(deepL, 50, Payer.VISITOR);
    assertThatThrownBy(() -> budget.take(deepL, 151, Payer.SITE)).isInstanceOf(OutOfBudget.class);
    budget.take(deepL, 150, Payer.SITE);
    assertThat(budget.state(deepL).used()).isEqualTo(1000);
  }

  @Test
  void where_no_budget_is_set_there_is_no_limit() {
    budget.take(apertium, 1_000_000_000, Payer.VISITOR);
    assertThat(budget.state(apertium).limit()).isNull();
  }
}
