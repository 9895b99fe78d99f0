package voxpop.article;

import io.micronaut.runtime.Micronaut;

/** Starts article-service. */
public final class Application {
  private Application() {}

  public static void main(String[] arguments) {
    Micronaut.build(arguments).mainClass(Application.class).banner(false).start();
  }
}
