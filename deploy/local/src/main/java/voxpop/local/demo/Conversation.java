package voxpop.local.demo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The invented readers: they recommend and comment as everybody does, sums included. */
final class Conversation {
  // a sum answered faster than this was answered by a program
  private static final int READING_MILLIS = 2_200;
  private static final Pattern SUM = Pattern.compile("(\\d+)\\s*([+×−-])\\s*(\\d+)");

  private final Door visitor;
  private final Door moderator;

  Conversation(Door visitor, Door moderator) {
    this.visitor = visitor;
    this.moderator = moderator;
  }

  /** Without a cookie each is another reader. */
  void recommend(String article, int readers) throws IOException, InterruptedException {
    for (int i = 0; i < readers; i++) {
      Demo.require(visitor.put("/api/articles/" + article + "/recommendation", Map.of()), 200);
    }
  }

  void comment(Map<Sample, String> articles) throws IOException, InterruptedException {
    Map<String, List<Door.Answer>> challenges = new HashMap<>();
    for (Map.Entry<Sample, String> entry : articles.entrySet()) {
      List<Door.Answer> asked = new ArrayList<>();
      for (Sample.Remark remark : entry.getKey().remarks()) {
        Door.Answer challenge =
            visitor.get(
                "/api/challenges?article=" + entry.getValue() + "&language=" + remark.language());
        Demo.require(challenge, 200);
        asked.add(challenge);
      }
      challenges.put(entry.getValue(), asked);
    }
    Thread.sleep(READING_MILLIS);
    for (Map.Entry<Sample, String> entry : articles.entrySet()) {
      List<Sample.Remark> remarks = entry.getKey().remarks();
      String parent = "";
      for (int i = 0; i < remarks.size(); i++) {
        Sample.Remark remark = remarks.get(i);
        Door.Answer challenge = challenges.getOrDefault(entry.getValue(), List.of()).get(i);
        String id = write(entry.getValue(), remark, remark.reply() ? parent : "", challenge);
        parent = remark.reply() ? parent : id;
      }
    }
  }

  private String write(String article, Sample.Remark remark, String parent, Door.Answer challenge)
      throws IOException, InterruptedException {
    Map<String, Object> comment = new HashMap<>();
    comment.put("article", article);
    if (!parent.isEmpty()) {
      comment.put("parent", parent);
    }
    comment.put("name", remark.name());
    comment.put("email", remark.email());
    comment.put("body", remark.body());
    comment.put("language", remark.language());
    comment.put(
        "challenge",
        Map.of("token", challenge.string("token"), "answer", answer(challenge.string("question"))));
    Door.Answer answer = visitor.post("/api/comments", comment);
    Demo.require(answer, 201, 202);
    String id = answer.string("id");
    if (answer.status() == 202) {
      Demo.require(
          moderator.put("/api/comments/" + id + "/verdict", Map.of("verdict", "approved")), 200);
    }
    return id;
  }

  static String answer(String question) {
    Matcher sum = SUM.matcher(question);
    if (!sum.find()) {
      throw new IllegalArgumentException(question);
    }
    int left = Integer.parseInt(sum.group(1));
    int right = Integer.parseInt(sum.group(3));
    return switch (sum.group(2)) {
      case "+" -> "" + (left + right);
      case "×" -> "" + (left * right);
      default -> "" + (left - right);
    };
  }
}
