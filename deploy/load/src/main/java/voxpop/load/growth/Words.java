package voxpop.load.growth;

import java.util.List;
import java.util.Random;

/** Plain sentences in two languages, made of short lists: enough variety for a search to tell. */
final class Words {
  private record Lists(
      List<String> who, List<String> does, List<String> what, List<String> where, String about) {}

  private static final Lists GERMAN =
      new Lists(
          words(
              "Meine Nachbarin|Der Bäcker|Die Lehrerin|Mein Großvater|Der Busfahrer|Die"
                  + " Bürgermeisterin|Ein Fischer|Die Gärtnerin|Unser Verein|Der Imker|Eine"
                  + " Freundin|Der Chor|Die Schreinerin|Mein Bruder|Die Hebamme|Ein Reisender"),
          words(
              "sammelt|repariert|vergisst|beschreibt|verschenkt|zeichnet|bewacht|entdeckt"
                  + "|bestellt|vermisst|übersetzt|misst|verteidigt|besucht|ordnet|erklärt"),
          words(
              "alte Fahrräder|die ersten Kirschen|jeden Fahrplan|das lange Protokoll|drei"
                  + " Bienenkästen|den stillen Hof|die neue Brücke|einen Brief|das kleine"
                  + " Archiv|den letzten Zug|die Landkarte|zwei Geigen|das Hochwasser|die"
                  + " Stimmzettel|den Markt|das Wörterbuch"),
          words(
              "hinter der Mühle|am Hafen|vor dem Rathaus|auf dem Dachboden|im Winter|seit"
                  + " vierzig Jahren|ohne Eile|bei jedem Wetter|an der Grenze|neben der Schule"
                  + "|in der Nacht|zwischen zwei Regen|auf der Insel|nach der Arbeit|im dritten"
                  + " Stock|am Rand der Stadt"),
          "Es geht um %s.");

  private static final Lists ENGLISH =
      new Lists(
          words(
              "My neighbour|The baker|A teacher|Our grandfather|The bus driver|The mayor|A"
                  + " fisherman|The gardener|Our club|The beekeeper|A friend|The choir|The"
                  + " carpenter|My sister|The midwife|A traveller"),
          words(
              "collects|mends|forgets|describes|gives away|draws|guards|discovers|orders"
                  + "|misses|translates|measures|defends|visits|sorts|explains"),
          words(
              "old bicycles|the first cherries|every timetable|the long minutes|three hives"
                  + "|the quiet yard|the new bridge|a letter|the small archive|the last train"
                  + "|the map|two violins|the flood|the ballots|the market|the dictionary"),
          words(
              "behind the mill|at the harbour|outside the town hall|in the attic|in winter|for"
                  + " forty years|without haste|in any weather|at the border|beside the school"
                  + "|at night|between two rains|on the island|after work|on the third floor"
                  + "|at the edge of town"),
          "This is about %s.");

  /** Each in German and English. */
  private static final List<List<String>> TOPICS =
      words(
              "Brot bread|Wasser water|Wolle wool|Holz wood|Käse cheese|Salz salt|Regen rain|Wind"
                  + " wind|Nebel fog|Schnee snow|Kreide chalk|Papier paper|Tinte ink|Glas"
                  + " glass|Kupfer copper|Lehm clay|Moos moss|Pilze mushrooms|Honig honey|Äpfel"
                  + " apples|Möwen gulls|Ziegen goats|Esel donkeys|Bienen bees|Igel"
                  + " hedgehogs|Fähren ferries|Brücken bridges|Schienen rails|Tunnel"
                  + " tunnels|Laternen lanterns|Glocken bells|Orgeln organs|Tänze dances|Spiele"
                  + " games|Briefe letters|Karten maps|Wörter words|Stimmen voices|Träume"
                  + " dreams|Knöpfe buttons")
          .stream()
          .map(pair -> List.of(pair.split(" ", 2)))
          .toList();

  private final String language;
  private final Lists lists;
  private final Random random;

  Words(String language, long seed) {
    this.language = language;
    this.lists = language.equals("de") ? GERMAN : ENGLISH;
    this.random = new Random(seed);
  }

  static int topics() {
    return TOPICS.size();
  }

  static String topic(int number, String language) {
    return TOPICS.get(number % TOPICS.size()).get(language.equals("de") ? 0 : 1);
  }

  String title(int topic) {
    return topic(topic, language) + ": " + pick(lists.who()) + " " + pick(lists.where());
  }

  String sentence() {
    return pick(lists.who())
        + (" " + pick(lists.does()) + " " + pick(lists.what()))
        + (" " + pick(lists.where()) + ".");
  }

  String about(int topic) {
    return lists.about().formatted(topic(topic, language));
  }

  int upTo(int bound) {
    return random.nextInt(bound);
  }

  private String pick(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }

  private static List<String> words(String list) {
    return List.of(list.split("\\|", -1));
  }
}
