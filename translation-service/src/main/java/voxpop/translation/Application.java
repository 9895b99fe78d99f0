package voxpop.translation;

import io.micronaut.runtime.Micronaut;

/** The workshop: how an article gets into a language, and stays true there. */
public final class Application {
  private Application() {}

  public static void main(String[] args) {
    Micronaut.build(args).mainClass(Application.class).banner(false).start();
  }
}
