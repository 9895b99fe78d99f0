package voxpop.kit.leaving;

/** Requests that only wait for something to happen, and would wait on while the program ends. */
public interface Waiting {
  /** Has them answered now. */
  void endWaiting();
}
