package voxpop.translation.document;

import voxpop.kit.caller.Caller;
import voxpop.kit.caller.Role;
import voxpop.kit.problem.Problem;

/** Who may do what at the desk. */
public final class Translators {
  private Translators() {}

  /**
   * Somebody who may translate into this language: editors into every one, translators into theirs.
   *
   * @throws Problem 401 or 403
   */
  public static Caller.Author require(Caller caller, String language) {
    Caller.Author author = caller.require(Role.TRANSLATOR, Role.EDITOR);
    if (!author.mayTranslate(language)) {
      throw Problem.forbidden("You are no translator into the language “" + language + "”.");
    }
    return author;
  }

  /**
   * Somebody who may look at the desk: all who write, translate or edit.
   *
   * @throws Problem 401 or 403
   */
  public static Caller.Author requireToLook(Caller caller) {
    return caller.require(Role.TRANSLATOR, Role.EDITOR, Role.AUTHOR);
  }
}
