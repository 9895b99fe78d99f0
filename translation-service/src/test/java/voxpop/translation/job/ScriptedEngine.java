package voxpop.translation.job;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import voxpop.translation.engine.Engine;
import voxpop.translation.engine.Limits;
import voxpop.translation.engine.Order;
import voxpop.translation.engine.Pair;
import voxpop.translation.engine.Probe;

/**
 * An engine that does what a test says, for what no real one does on demand: fail, stall, talk
 * rubbish.
 */
@Singleton
@Requires(property = "voxpop.test.scripted-engine")
public class ScriptedEngine implements Engine {
  public volatile boolean working = true;
  public volatile UnaryOperator<String> script = text -> "es:" + text;
  public final List<String> asked = new CopyOnWriteArrayList<>();

  @Override
  public String name() {
    return "scripted";
  }

  @Override
  public String title() {
    return "Scripted";
  }

  @Override
  public boolean configured() {
    return true;
  }

  @Override
  public Probe probe() {
    return new Probe(working, Set.of(new Pair("en", "es")), "as a test says");
  }

  @Override
  public Limits limits() {
    return new Limits(5, 100_000);
  }

  @Override
  public List<String> translate(Order order) {
    asked.addAll(order.texts());
    List<String> answers = new ArrayList<>();
    order.texts().forEach(text -> answers.add(script.apply(text)));
    return answers;
  }
}
