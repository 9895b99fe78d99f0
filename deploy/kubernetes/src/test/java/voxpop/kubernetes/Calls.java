package voxpop.kubernetes;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Who may call whom, written down once: the house's table of calls, by port. */
final class Calls {
  record Edge(String from, String to, String port) {}

  private static final List<String> SERVICES =
      List.of("article-service", "comment-service", "translation-service");

  private static final String PUBLIC =
      "0.0.0.0/0 but 0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12"
          + " 192.168.0.0/16 224.0.0.0/3";

  /** Where NodeLocal DNSCache listens on each node. */
  private static final String NODE_CACHE = "169.254.20.10/32";

  private Calls() {}

  static int port(String program) {
    return switch (program) {
      case "gateway" -> 8080;
      case "article-service" -> 8081;
      case "comment-service" -> 8082;
      case "translation-service" -> 8083;
      default -> throw new AssertionError(program);
    };
  }

  /** Between pods of the house. */
  static Set<Edge> inside(boolean consul, boolean mysql, boolean operator) {
    Set<Edge> edges = new HashSet<>();
    // gateway -> all three; any of the four -> /changes of the others. With these two, the rows in
    // between (translation -> article and comment, article -> translation, comment and translation
    // -> article) add no pair of their own.
    for (String callee : SERVICES) {
      edges.add(new Edge("gateway", callee, "TCP " + port(callee)));
      for (String caller : SERVICES) {
        if (!caller.equals(callee)) {
          edges.add(new Edge(caller, callee, "TCP " + port(callee)));
        }
      }
    }
    if (consul) {
      consul(edges);
    }
    for (String service : SERVICES) {
      String database = service + "-database";
      if (mysql) {
        edges.add(new Edge(service, database, "TCP 3306"));
      }
      if (operator) {
        for (String port : List.of("TCP 3306", "TCP 6446")) {
          edges.add(new Edge(service, database, port));
          edges.add(new Edge(database + "-user", database, port));
        }
        for (String port : List.of("TCP 3306", "TCP 6446", "TCP 33060", "TCP 33061")) {
          edges.add(new Edge(database, database, port));
        }
      }
    }
    return edges;
  }

  private static void consul(Set<Edge> edges) {
    for (String program : OverlaysTest.PROGRAMS.keySet()) {
      edges.add(new Edge(program, "consul-agent", "TCP 8500"));
      edges.add(new Edge("consul-agent", program, "TCP " + OverlaysTest.PROGRAMS.get(program)));
    }
    for (String from : List.of("consul-agent", "consul-server")) {
      edges.add(new Edge(from, "consul-server", "TCP 8300"));
      for (String to : List.of("consul-agent", "consul-server")) {
        edges.add(new Edge(from, to, "TCP 8301"));
        edges.add(new Edge(from, to, "UDP 8301"));
      }
    }
    edges.add(new Edge("consul-acl", "consul-server", "TCP 8500"));
  }

  /** From a pod to what is no pod of the house. */
  static Set<Edge> out(String pod, boolean outsideDatabases, boolean operator) {
    Set<Edge> edges = new HashSet<>();
    for (String names : List.of("kube-dns", NODE_CACHE)) {
      edges.add(new Edge(pod, names, "TCP 53"));
      edges.add(new Edge(pod, names, "UDP 53"));
    }
    if (OverlaysTest.PROGRAMS.containsKey(pod)) {
      edges.add(new Edge(pod, "any namespace opentelemetry-collector", "TCP 4317"));
      edges.add(new Edge(pod, "any namespace opentelemetry-collector", "TCP 4318"));
    }
    if (SERVICES.contains(pod)) {
      for (String address : List.of("0.0.0.0/0", "::/0")) {
        edges.add(new Edge(pod, address, "TCP 465"));
        edges.add(new Edge(pod, address, "TCP 587"));
      }
      // object store and guarded client, guarded client, engines
      for (String address : List.of(PUBLIC, "2000::/3")) {
        edges.add(new Edge(pod, address, "TCP 443"));
        if (!pod.equals("translation-service")) {
          edges.add(new Edge(pod, address, "TCP 80"));
        }
      }
      if (outsideDatabases) {
        for (String address :
            List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7")) {
          edges.add(new Edge(pod, address, "TCP 3306"));
        }
      }
    }
    if (pod.equals("article-service")) {
      edges.add(new Edge(pod, "any namespace minio", "TCP 9000"));
    }
    if (operator && pod.endsWith("-database")) {
      for (String address : List.of("0.0.0.0/0", "::/0")) {
        edges.add(new Edge(pod, address, "TCP 443"));
        edges.add(new Edge(pod, address, "TCP 6443"));
      }
    }
    return edges;
  }

  /** From what is no pod of the house to a pod. */
  static Set<Edge> in(String pod, boolean operator) {
    Set<Edge> edges = new HashSet<>();
    if (pod.equals("gateway")) {
      edges.add(new Edge("anybody", pod, "TCP 8080"));
    }
    if (OverlaysTest.PROGRAMS.containsKey(pod)) {
      edges.add(new Edge("monitoring", pod, "TCP " + OverlaysTest.PROGRAMS.get(pod)));
    }
    if (operator && pod.endsWith("-database")) {
      edges.add(new Edge("mysql-operator", pod, "TCP 3306"));
      edges.add(new Edge("mysql-operator", pod, "TCP 33060"));
    }
    return edges;
  }
}
