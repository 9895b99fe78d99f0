package voxpop.comment.spam;

import java.util.List;
import org.jspecify.annotations.Nullable;
import voxpop.kit.caller.Caller;

/**
 * What somebody wants to publish, as far as filters look at it.
 *
 * @param baits what came back in fields that people don't see, by field name
 * @param plain the text without markup
 * @param links how many links are in it
 */
public record Submission(Caller caller, List<Bait> baits, String plain, int links) {
  /** A field that only programs fill in. */
  public record Bait(String field, @Nullable String value) {}
}
