package voxpop.article.media;

/** A file is no picture that can be taken in; the message says why, for the person who sent it. */
final class Unreadable extends Exception {
  private static final long serialVersionUID = 1;

  Unreadable(String message) {
    super(message);
  }
}
