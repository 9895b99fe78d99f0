package voxpop.kubernetes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** The kustomize of this machine: a program of that name, or the one inside of kubectl. */
final class Kustomize {
  /** The folder of the manifests: this module's own. */
  static final Path HOME = Path.of("").toAbsolutePath();

  /** kubectl 1.21 was the first with a kustomize (4.x) that knows components. */
  private static final Pattern OLD =
      Pattern.compile("GitVersion:\"v1\\.(1?\\d|20)\\.|Client Version: v1\\.(1?\\d|20)\\.");

  private static final List<String> COMMAND = find();

  private Kustomize() {}

  /** What the folder's kustomization makes, as YAML documents. */
  static String build(Path folder) {
    if (COMMAND.isEmpty()) {
      String reason =
          "no kustomize that knows components here: install it, or a newer kubectl, or unpack one"
              + " with deploy/kubernetes/kustomize-here and name it by -Dvoxpop.kustomize=";
      if (Boolean.getBoolean("voxpop.real-parts.required")) {
        Assertions.fail(reason);
      }
      Assumptions.abort(reason);
    }
    List<String> command = new ArrayList<>(COMMAND);
    command.add(folder.toString());
    return run(command);
  }

  static String run(List<String> command) {
    try {
      Path errors = Files.createTempFile("voxpop", ".errors");
      try {
        ProcessBuilder starting = new ProcessBuilder(command).redirectError(errors.toFile());
        // each of hundreds lives for a third of a second: cleaning up its memory is a third of it
        starting.environment().put("GOGC", "off");
        Process process = starting.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
          throw new AssertionError(command + ": " + Files.readString(errors));
        }
        return output;
      } finally {
        Files.delete(errors);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static List<String> find() {
    String named = System.getProperty("voxpop.kustomize", "");
    if (!named.isBlank()) {
      return List.of(named, "build");
    }
    for (String folder : System.getenv("PATH").split(":", -1)) {
      if (Files.isExecutable(Path.of(folder, "kustomize"))) {
        return List.of(folder + "/kustomize", "build");
      }
    }
    for (String folder : System.getenv("PATH").split(":", -1)) {
      String kubectl = folder + "/kubectl";
      if (Files.isExecutable(Path.of(kubectl))
          && !OLD.matcher(run(List.of(kubectl, "version", "--client"))).find()) {
        return List.of(kubectl, "kustomize");
      }
    }
    return List.of();
  }
}
