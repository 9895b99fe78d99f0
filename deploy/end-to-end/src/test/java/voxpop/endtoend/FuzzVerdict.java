package voxpop.endtoend;

import static voxpop.kit.test.OpenApi.map;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import voxpop.kit.test.Answers;
import voxpop.kit.test.Http;

/** What is to be said against an answer, if anything. */
record FuzzVerdict(String what, boolean brokenPromise) {
  private static final String PROBLEM = "application/problem+json";

  /** Whatever the document says: this is never answered. */
  private static Optional<FuzzVerdict> broken(String what) {
    return Optional.of(new FuzzVerdict(what, true));
  }

  /** The answer is a good one, and the document says another. */
  private static Optional<FuzzVerdict> otherwise(String what) {
    return Optional.of(new FuzzVerdict(what, false));
  }

  static Optional<FuzzVerdict> of(FuzzRequest request, Http.Answer answer) {
    if (answer.status() >= 500) {
      return broken("a failure of ours");
    }
    if (request.method().equals("HEAD")) {
      return Optional.empty();
    }
    if (answer.status() >= 400) {
      String type = answer.header("Content-Type");
      if (type == null || !type.startsWith(PROBLEM)) {
        return broken("an error that is no problem+json but " + type);
      }
    }
    if ((answer.status() == 404 || answer.status() == 405) && isElsewhere(request.path())) {
      return Optional.empty();
    }
    try {
      Answers.check(request.method(), address(request), null, answer);
    } catch (AssertionError e) {
      return otherwise(String.valueOf(e.getMessage()));
    }
    if (answer.status() == 400) {
      return fields(request, answer);
    }
    return request.mistake() != null && answer.status() < 300
        ? otherwise("took what the document forbids in " + request.mistake())
        : Optional.empty();
  }

  /** Bad input is told by its field; and if one was made wrong on purpose, by that one. */
  private static Optional<FuzzVerdict> fields(FuzzRequest request, Http.Answer answer) {
    List<?> violations = answer.at("violations") instanceof List<?> list ? list : List.of();
    List<String> named =
        violations.stream().map(violation -> String.valueOf(map(violation).get("field"))).toList();
    if (named.isEmpty()) {
      return broken("bad input, and no word of where");
    }
    String mistake = request.mistake();
    boolean told =
        mistake == null
            || named.stream().anyMatch(field -> field.equals(mistake) || field.startsWith(mistake));
    return told ? Optional.empty() : otherwise("wrong was " + mistake + ", told was " + named);
  }

  /** What stands in the place of a name makes it another address, of no operation. */
  private static boolean isElsewhere(String path) {
    return path.contains("%00") || path.contains("%2F");
  }

  private static URI address(FuzzRequest request) {
    try {
      return URI.create(request.path());
    } catch (IllegalArgumentException odd) {
      return URI.create("/");
    }
  }
}
