package voxpop.article.menu;

import java.util.UUID;

/**
 * A line of the menu in the language that the menu is written in.
 *
 * @param id the name of its block in every translation
 */
record Line(UUID id, String label, Target kind, String target) {

  boolean leadsTo(Target kind, String target) {
    return this.kind == kind && this.target.equals(target);
  }
}
