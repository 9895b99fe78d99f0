package voxpop.images;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.RegistryImage;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import com.google.cloud.tools.jib.api.buildplan.Platform;
import com.google.cloud.tools.jib.frontend.CredentialRetrieverFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One program as an OCI image: base, run-time, libraries, AOT cache, program, from what changes
 * seldom to what changes always.
 */
final class ProgramImage {
  /** Nobody's number on usual systems; the manifests run the programs as this one too. */
  private static final String USER = "10001:10001";

  /** Layers above the base. */
  private static final int OURS = 4;

  private static final String JAVA = "/opt/java";
  private static final String HOME = "/opt/voxpop";

  /**
   * Of the container's memory: beside the heap there are classes, compiled code, buffers and
   * threads.
   */
  private static final int HEAP_PERCENT = 50;

  private final Tree tree;
  private final Release release;

  ProgramImage(Tree tree, Release release) {
    this.tree = tree;
    this.release = release;
  }

  /**
   * @param base a reference, or {@code tar://FILE} as {@code docker save} writes it
   * @return what the base turned out to be
   */
  Bill.Base write(String base, String name, String tag, Path tar) throws Exception {
    Path options = tree.folder().resolve("options");
    Files.writeString(options, options());
    Tree.timeless(tree.folder());
    Path raw = tar.resolveSibling(tar.getFileName() + ".raw");
    from(base)
        .setFormat(ImageFormat.OCI)
        .setPlatforms(Set.of(new Platform(architecture(), "linux")))
        .setCreationTime(release.time())
        .setUser(USER)
        .setWorkingDirectory(AbsoluteUnixPath.get(HOME))
        .setEntrypoint(JAVA + "/bin/java", "@" + HOME + "/options")
        // names of files are UTF-8; memory goes back to the system rather than stay with threads
        .setEnvironment(
            new TreeMap<>(Map.of("LANG", "C.UTF-8", "MALLOC_ARENA_MAX", "2", "JAVA_HOME", JAVA)))
        .setLabels(new TreeMap<>(labels(base)))
        .setFileEntriesLayers(layers(options))
        .containerize(
            Containerizer.to(TarImage.at(raw).named(name + ":" + tag))
                .setToolName("voxpop")
                .setApplicationLayersCache(tar.resolveSibling("layers")));
    List<String> digests = OciArchive.named(raw, name + ":" + tag, tar);
    Files.delete(raw);
    return new Bill.Base(base, digests.subList(0, digests.size() - OURS));
  }

  private List<FileEntriesLayer> layers(Path options) throws IOException {
    FileEntriesLayer.Builder program = FileEntriesLayer.builder().setName("program");
    add(program, tree.place().jars().getFirst(), HOME);
    add(program, options, HOME);
    FileEntriesLayer.Builder cache = FileEntriesLayer.builder().setName("AOT cache");
    add(cache, tree.place().cache(), HOME);
    return List.of(
        folder("run-time", tree.java(), JAVA),
        folder("libraries", tree.folder().resolve("lib"), HOME + "/lib"),
        cache.build(),
        program.build());
  }

  private static FileEntriesLayer folder(String name, Path folder, String at) throws IOException {
    FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName(name);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        Path parent = folder.relativize(file).getParent();
        add(layer, file, parent == null ? at : at + "/" + parent);
      }
    }
    return layer.build();
  }

  private static void add(FileEntriesLayer.Builder layer, Path file, String folder) {
    layer.addEntry(
        file,
        AbsoluteUnixPath.get(folder).resolve(file.getFileName().toString()),
        FilePermissions.fromOctalString(Files.isExecutable(file) ? "755" : "644"),
        Tree.TIME);
  }

  /** An argument file (see {@code java @file}): the class path in the order of the training. */
  private String options() {
    List<String> lines = new ArrayList<>();
    lines.add("-XX:MaxRAMPercentage=" + HEAP_PERCENT);
    lines.addAll(tree.program().options());
    lines.add("-XX:AOTCache=" + HOME + "/" + tree.place().cache().getFileName());
    // nobody's number has no home of its own
    lines.add("-Duser.home=/tmp");
    lines.add("-cp");
    lines.add(
        String.join(
            ":",
            tree.place().jars().stream()
                .map(jar -> HOME + "/" + tree.folder().relativize(jar))
                .toList()));
    lines.add(tree.program().main());
    return String.join("\n", lines) + "\n";
  }

  private Map<String, String> labels(String base) {
    String of = "org.opencontainers.image.";
    return Map.of(
        of + "title",
        "voxpop " + tree.program().id(),
        of + "description",
        "Voxpop, a self-hosted multilingual blog platform: " + tree.program().id(),
        of + "version",
        release.version(),
        of + "revision",
        release.commit(),
        of + "created",
        release.time().toString(),
        of + "base.name",
        base.startsWith("tar://") ? "local" : base,
        "org.openjdk.version",
        Runtime.version().toString());
  }

  private static JibContainerBuilder from(String base) throws Exception {
    if (base.contains("://")) {
      return Jib.from(base);
    }
    ImageReference reference = ImageReference.parse(base);
    return Jib.from(
        RegistryImage.named(reference)
            .addCredentialRetriever(
                CredentialRetrieverFactory.forImage(reference, event -> {}).dockerConfig()));
  }

  private static String architecture() {
    String here = System.getProperty("os.arch");
    return here.equals("aarch64") ? "arm64" : here;
  }
}
