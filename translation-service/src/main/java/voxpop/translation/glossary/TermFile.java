package voxpop.translation.glossary;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.transaction.annotation.Transactional;
import io.micronaut.validation.validator.Validator;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import voxpop.kit.problem.Problem;
import voxpop.kit.problem.Violation;

/**
 * The glossary as a table (RFC 4180, UTF-8, the columns named in the first line). A cell that a
 * spreadsheet would run as a formula has an apostrophe before it, which is taken off again when it
 * comes back (owasp.org, "CSV Injection").
 */
@Singleton
class TermFile {
  static final String[] COLUMNS = {
    "source", "target", "term", "rule", "translation", "case_sensitive", "note"
  };

  /** More terms than that are a dictionary, which nobody keeps to. */
  static final int MOST = 20_000;

  private static final int MOST_VIOLATIONS = 20;
  private static final String FORMULA = "=+-@\t\r";

  /** {@code read} lines, of which so many were new, changed, or as they had been. */
  @Serdeable
  record Taken(int read, int added, int changed, int known) {}

  private final TermRepository terms;
  private final Validator validator;

  TermFile(TermRepository terms, Validator validator) {
    this.terms = terms;
    this.validator = validator;
  }

  String write(List<Term> all) {
    StringBuilder out = new StringBuilder();
    try (var csv = CSVFormat.RFC4180.builder().setHeader(COLUMNS).get().print(out)) {
      for (Term term : all) {
        csv.printRecord(
            safe(term.source()),
            safe(term.target()),
            safe(term.term()),
            term.rule().word(),
            safe(term.translation()),
            term.caseSensitive(),
            safe(term.note()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  /**
   * Takes a whole table or nothing.
   *
   * @throws Problem 400 with the lines that are wrong
   */
  @Transactional
  Taken take(Reader file, Predicate<String> allowed) {
    List<TermInput> inputs = read(file);
    terms.noteChange();
    Map<String, Term> there = new HashMap<>();
    inputs.stream()
        .map(input -> List.of(input.source(), input.target()))
        .distinct()
        .flatMap(pair -> terms.findBySourceAndTargetOrderById(pair.get(0), pair.get(1)).stream())
        .forEach(term -> there.put(Glossary.key(term), term));
    int added = 0;
    int changed = 0;
    for (TermInput input : inputs) {
      if (!allowed.test(input.target())) {
        throw Problem.forbidden(
            "You are no translator into the language “" + input.target() + "”.");
      }
      Term term = Term.of(input);
      Term before = there.get(Glossary.key(term));
      if (before == null) {
        there.put(Glossary.key(term), terms.save(term));
        added++;
      } else if (!same(before, before.changed(input))) {
        there.put(Glossary.key(term), terms.update(before.changed(input)));
        changed++;
      }
    }
    return new Taken(inputs.size(), added, changed, inputs.size() - added - changed);
  }

  private List<TermInput> read(Reader file) {
    List<TermInput> inputs = new ArrayList<>();
    List<Violation> violations = new ArrayList<>();
    try (CSVParser csv =
        CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get().parse(file)) {
      if (!csv.getHeaderNames().containsAll(List.of("source", "target", "term", "rule"))) {
        throw Problem.invalid(
            "file", "the first line must name the columns source, target, term, rule");
      }
      for (CSVRecord line : csv) {
        if (inputs.size() == MOST)
          throw Problem.invalid("file", "has more than " + MOST + " lines");
        read(line, inputs, violations);
        if (violations.size() >= MOST_VIOLATIONS) break;
      }
    } catch (IOException
        | UncheckedIOException
        | IllegalArgumentException
        | IllegalStateException e) {
      throw Problem.invalid("file", "is no CSV: " + e.getMessage());
    }
    if (!violations.isEmpty()) throw Problem.invalid(violations);
    return inputs;
  }

  private void read(CSVRecord line, List<TermInput> inputs, List<Violation> violations) {
    String field = "line " + (line.getRecordNumber() + 1);
    try {
      TermInput input =
          new TermInput(
              cell(line, "source"),
              cell(line, "target"),
              cell(line, "term"),
              Rule.of(cell(line, "rule")),
              cell(line, "translation"),
              cell(line, "case_sensitive").equalsIgnoreCase("true"),
              cell(line, "note"));
      var wrong = validator.validate(input);
      wrong.forEach(
          v -> violations.add(new Violation(field, v.getPropertyPath() + " " + v.getMessage())));
      if (wrong.isEmpty()) inputs.add(input.checked());
    } catch (Problem e) {
      violations.add(new Violation(field, String.valueOf(e.body().detail())));
    } catch (IllegalArgumentException e) {
      violations.add(new Violation(field, "rule " + e.getMessage()));
    }
  }

  private static boolean same(Term a, Term b) {
    return a.withVersion(0).equals(b.withVersion(0));
  }

  private static String cell(CSVRecord line, String column) {
    String text = line.isSet(column) ? line.get(column).strip() : "";
    boolean guarded =
        text.length() > 1 && text.charAt(0) == '\'' && FORMULA.indexOf(text.charAt(1)) >= 0;
    return guarded ? text.substring(1) : text;
  }

  private static @Nullable String safe(@Nullable String text) {
    return text == null || text.isEmpty() || FORMULA.indexOf(text.charAt(0)) < 0
        ? text
        : "'" + text;
  }
}
