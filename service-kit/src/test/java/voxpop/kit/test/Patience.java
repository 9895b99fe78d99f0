package voxpop.kit.test;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * So long every test waits for what has to happen, unless it says otherwise: a machine may stall
 * for seconds at any line. Found by the name in {@code META-INF/services}. What is promised within
 * a time is held by {@link Promised}.
 */
public final class Patience implements BeforeAllCallback {
  private static final Duration AT_MOST = Duration.ofSeconds(60);

  @Override
  public void beforeAll(ExtensionContext context) {
    Awaitility.setDefaultTimeout(AT_MOST);
  }
}
