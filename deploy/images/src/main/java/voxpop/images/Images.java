package voxpop.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import voxpop.local.Program;
import voxpop.local.Training;

/** Writes {@code deploy/images/target/<program>.tar}, an OCI image each, after all was built. */
public final class Images {
  private Images() {}

  public static void main(String[] arguments) throws Exception {
    Path checkout = Path.of(System.getProperty("voxpop.checkout")).toAbsolutePath().normalize();
    Path target = checkout.resolve("deploy/images/target");
    Path java = JavaRuntime.linked(target.resolve("java"), target.resolve("trees"));
    List<Tree> trees = new ArrayList<>();
    for (Program program : Program.values()) {
      trees.add(Tree.of(program, checkout, target.resolve("trees"), java));
    }
    String caches = System.getProperty("voxpop.caches", "");
    if (caches.isEmpty()) {
      new Training(
              target.resolve("run"),
              program -> trees.get(program.ordinal()).place(),
              System.out::println)
          .ifNeeded();
    } else {
      take(Path.of(caches), trees);
    }
    // Jib takes a layer from there for files of the same names and times, and ours have no times
    Tree.delete(target.resolve("layers"));
    Release release = Release.of(checkout);
    for (Tree tree : trees) {
      Program program = tree.program();
      Path tar = target.resolve(program.id() + ".tar");
      Bill.Base base =
          new ProgramImage(tree, release)
              .write(
                  System.getProperty("voxpop.base"),
                  System.getProperty("voxpop.prefix") + program.id(),
                  System.getProperty("voxpop.tag"),
                  tar);
      Bill.write(
          checkout.resolve(program.id()).resolve("target/bom.json"),
          checkout.resolve(Tree.built(program)),
          base,
          target.resolve(program.id() + ".cdx.json"));
      System.out.printf("%s: %d MB%n", tar, Files.size(tar) >> 20);
    }
    // Jib's connections may still hold threads
    System.exit(0);
  }

  private static void take(Path caches, List<Tree> trees) throws IOException {
    for (Tree tree : trees) {
      Path cache = tree.place().cache();
      Files.copy(caches.resolve(cache.getFileName()), cache, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
