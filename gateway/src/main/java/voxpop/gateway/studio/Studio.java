package voxpop.gateway.studio;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import voxpop.gateway.client.Author;
import voxpop.gateway.client.Problem;
import voxpop.gateway.client.Site;
import voxpop.gateway.page.Assets;
import voxpop.gateway.page.Words;

/**
 * What surrounds every page of the studio.
 *
 * @param token the hidden field of every form
 * @param section which part of the rail is lit
 * @param done what was just done, as the key of a message
 * @param problem why it was not, where it was refused
 * @param news how many sentences went stale in one's own languages since one last looked
 */
public record Studio(
    Site site,
    Words words,
    Assets assets,
    @Nullable Author author,
    String token,
    String section,
    @Nullable String done,
    @Nullable Problem problem,
    int news) {
  /** More are not counted. */
  private static final int MANY = 100;

  public String say(String key, Object... arguments) {
    return words.say(key, arguments);
  }

  public String asset(String file) {
    return assets.path(file);
  }

  public boolean may(String role) {
    return author != null && author.is(role);
  }

  public boolean mayWrite() {
    return may("author") || may("editor");
  }

  /** What stands beside the way to them. */
  public String newsCount() {
    return news < MANY ? words.number(news) : words.number(MANY - 1L) + "+";
  }

  /** One's own language in the languages of the site first; then the order of the site. */
  public List<String> languages() {
    return site.languages();
  }

  public @Nullable String current(String name) {
    return section.equals(name) ? "page" : null;
  }

  /**
   * What is wrong with a field, if something is; with {@code aria-invalid} and a sentence below it.
   */
  public @Nullable String wrong(String field) {
    if (problem != null) {
      for (Problem.Violation violation : problem.violations()) {
        if (violation.field().equals(field) || violation.field().startsWith(field + "[")) {
          return said(violation.code(), violation.parameters(), violation.message());
        }
      }
    }
    return null;
  }

  /** A reason in this language; where it has no name here, in the words of who refused. */
  private String said(
      @Nullable String code, @Nullable Map<String, String> about, String otherwise) {
    String key = "reason." + code;
    if (about == null || !words.has(key)) return otherwise;
    String part = about.getOrDefault("part", about.getOrDefault("term", ""));
    return say(key, part, about.getOrDefault("translation", ""));
  }

  /** Why no engine could translate a sentence. */
  public String why(Bench.Row row) {
    if (row.reasons().isEmpty()) return String.valueOf(row.failure());
    return row.reasons().stream()
        .map(r -> said(r.code(), r.parameters(), r.parameters().getOrDefault("message", r.code())))
        .collect(Collectors.joining(" "));
  }

  public @Nullable String invalid(String field) {
    return wrong(field) == null ? null : "true";
  }

  /** The sentence at the head of the page: ours where we know the error, else the service's own. */
  public @Nullable String trouble() {
    if (problem == null) {
      return null;
    }
    String key = "studio.trouble." + problem.slug();
    if (words.has(key)) {
      return say(key);
    }
    if (!problem.violations().isEmpty()) {
      return say("studio.trouble.fields");
    }
    return problem.detail() != null ? problem.detail() : problem.title();
  }

  public @Nullable String doneSentence() {
    return done != null && words.has("studio.done." + done) ? say("studio.done." + done) : null;
  }
}
