package voxpop.kit.trace;

import io.micronaut.context.annotation.Requires;
import io.micronaut.tracing.opentelemetry.OpenTelemetryBuilderCustomizer;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdkBuilder;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Sends spans without what they would tell of people: addresses, queries, browsers, messages of
 * failures. What is kept is named here; the names are OpenTelemetry's conventions for HTTP.
 */
@Singleton
@Requires(property = "voxpop.traces.enabled", value = "true")
class Anonymous implements OpenTelemetryBuilderCustomizer {
  private static final Set<String> KEPT =
      Set.of(
          "http.request.method",
          "http.response.status_code",
          "http.route",
          "error.type",
          "network.protocol.version",
          "url.scheme");

  @Override
  public void configure(AutoConfiguredOpenTelemetrySdkBuilder sdk) {
    sdk.addSpanExporterCustomizer((exporter, settings) -> new Exporter(exporter));
  }

  private record Exporter(SpanExporter next) implements SpanExporter {
    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
      return next.export(spans.stream().<SpanData>map(Span::new).toList());
    }

    @Override
    public CompletableResultCode flush() {
      return next.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
      return next.shutdown();
    }
  }

  private static final class Span extends DelegatingSpanData {
    private final Attributes kept;

    Span(SpanData span) {
      super(span);
      kept = span.getAttributes().toBuilder().removeIf(key -> !KEPT.contains(key.getKey())).build();
    }

    @Override
    public Attributes getAttributes() {
      return kept;
    }

    @Override
    public int getTotalAttributeCount() {
      return kept.size();
    }

    @Override
    public List<EventData> getEvents() {
      return List.of();
    }

    @Override
    public int getTotalRecordedEvents() {
      return 0;
    }
  }
}
