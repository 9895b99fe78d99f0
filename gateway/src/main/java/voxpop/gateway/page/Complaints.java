package voxpop.gateway.page;

import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.client.Problem;
import voxpop.gateway.client.Problem.Violation;
import voxpop.gateway.client.Site;
import voxpop.gateway.edge.Sites;

/**
 * What a service refused, in the reader's language: by the problem's name or the field's, else in
 * the service's words.
 */
@Singleton
class Complaints {
  private final Messages messages;
  private final Sites sites;

  Complaints(Messages messages, Sites sites) {
    this.messages = messages;
    this.sites = sites;
  }

  List<Violation> of(String language, Problem problem) {
    Words words = words(language);
    if (problem.violations().isEmpty()) {
      String told = told(words, problem.slug(), problem.detail());
      return List.of(new Violation("", told));
    }
    return problem.violations().stream()
        .map(v -> new Violation(v.field(), told(words, lastOf(v.field()), v.message())))
        .toList();
  }

  /** The comments can't be reached; what was typed is still there. */
  List<Violation> away(String language) {
    return List.of(new Violation("", words(language).say("say.failed")));
  }

  private static String told(Words words, String name, @Nullable String otherwise) {
    String key = "wrong." + name;
    if (words.has(key)) {
      return words.say(key);
    }
    return otherwise == null ? words.say("say.wrong") : otherwise;
  }

  private static String lastOf(String field) {
    return field.substring(field.lastIndexOf('.') + 1);
  }

  private Words words(String language) {
    return messages.in(language, sites.known().map(Site::language).orElse(null));
  }
}
