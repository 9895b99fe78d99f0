package voxpop.kit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The setting {@code VOXPOP_LOG}, as logback reads it. */
class LogFormatTest {
  private static String logged(String format) throws JoranException {
    LoggerContext context = new LoggerContext();
    if (format != null) {
      context.putProperty("VOXPOP_LOG", format);
    }
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(LogFormatTest.class.getResource("/logback.xml"));
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    var out = (ConsoleAppender<ILoggingEvent>) root.getAppender("out");
    assertThat(out.getCopyOfAttachedFiltersList())
        .hasOnlyElementsOfType(RequestOfEvent.class)
        .hasSize(1);
    LoggingEvent event =
        new LoggingEvent("", root, Level.WARN, "{} is \"away\"\nfor now", null, new Object[] {"x"});
    event.setMDCPropertyMap(Map.of("requestId", "0123456789abcdef"));
    return new String(out.getEncoder().encode(event), StandardCharsets.UTF_8);
  }

  @Test
  void is_for_people_unless_told_otherwise() throws JoranException {
    assertThat(logged(null)).contains("WARN").endsWith("for now 0123456789abcdef\n");
    assertThat(logged("text")).isNotEmpty();
  }

  @Test
  @SuppressWarnings("unchecked")
  void json_is_one_object_a_line() throws JoranException, IOException {
    String line = logged("json");
    assertThat(line.lines()).hasSize(1);
    Map<String, Object> told = JsonMapper.createDefault().readValue(line, Map.class);
    assertThat(told)
        .containsEntry("level", "WARN")
        .containsEntry("formattedMessage", "x is \"away\"\nfor now")
        .containsEntry("mdc", Map.of("requestId", "0123456789abcdef"))
        .containsKeys("timestamp", "loggerName", "threadName");
  }

  @Test
  void another_word_stops_the_start() {
    assertThatThrownBy(() -> new AccessSettings("xml", "off"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("VOXPOP_LOG");
  }
}
