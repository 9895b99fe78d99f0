package voxpop.comment;

import io.micronaut.runtime.Micronaut;

/** Starts comment-service. */
public final class Application {
  private Application() {}

  static void main(String[] args) {
    Micronaut.build(args).mainClass(Application.class).banner(false).start();
  }
}
