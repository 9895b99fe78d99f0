package voxpop.translation.segment;

import com.ibm.icu.util.ULocale;
import com.ibm.icu.util.UResourceBundle;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The abbreviations of a language: CLDR's, without those that are words as well, and some that it
 * lacks. ICU's own filter is not used: it takes the end of any word ("…hörer.") for an abbreviation
 * ("r.").
 */
record Abbreviations(Set<String> all) {
  private static final String CLDR = "com/ibm/icu/impl/data/icudata/brkitr";

  private static final Map<String, List<String>> MORE =
      Map.of(
          "de",
          List.of(
              "z. B.",
              "d. h.",
              "d.h.",
              "u. a.",
              "u. U.",
              "i. d. R.",
              "o. ä.",
              "o.ä.",
              "v. a.",
              "v.a.",
              "z. T.",
              "z.T.",
              "s. o.",
              "s.o.",
              "s. u.",
              "s.u.",
              "bzw.",
              "ca.",
              "Nrn.",
              "Prof.",
              "min.",
              "zit.",
              "Bd.",
              "Jh."),
          "en",
          List.of(
              "e.g.", "i.e.", "Dr.", "St.", "No.", "Fig.", "fig.", "approx.", "cf.", "Vol.", "p.",
              "ca.", "Jr.", "Sr.", "Co.", "Inc.", "Ltd."),
          "es",
          List.of("Ud.", "Uds.", "p. ej.", "EE. UU.", "EE.UU.", "núm.", "pág.", "págs.", "vol."),
          "fr",
          List.of("Dr.", "Mme.", "Mlle.", "p. ex.", "c.-à-d.", "env.", "St.", "n°.", "chap.", "p."),
          "fi",
          List.of("esim.", "mm.", "ns.", "ks.", "vrt.", "n.", "os.", "ts.", "s.", "prof.", "tri."),
          "tr",
          List.of("Dr.", "Prof.", "Doç.", "vb.", "Sn.", "örn.", "Av.", "bkz.", "yy."));

  /** What CLDR lists, but a sentence may as well end in. */
  private static final Set<String> WORDS =
      Set.of(
          "all.", "alt.", "act.", "am.", "as.", "ben.", "best.", "bien.", "by.", "c.", "cap.",
          "cont.", "def.", "des.", "do.", "ed.", "esp.", "est.", "ex.", "exec.", "fin.", "go.",
          "hat.", "i.", "id.", "in.", "int.", "inc.", "is.", "jam.", "jew.", "job.", "joe.", "kit.",
          "long.", "link.", "mar.", "mart.", "may.", "mi.", "mo.", "mod.", "ok.", "on.", "or.",
          "out.", "pal.", "pin.", "port.", "pro.", "ram.", "rep.", "rol.", "sa.", "sol.", "so.",
          "sup.", "test.", "to.", "up.", "var.", "voit.");

  private static final Map<String, Abbreviations> KNOWN = new ConcurrentHashMap<>();

  static Abbreviations of(String language) {
    return KNOWN.computeIfAbsent(language, Abbreviations::load);
  }

  /** Whether a text ends in one of them, as a word of its own. */
  boolean end(String text) {
    for (int at = text.length() - 2; at >= 0; at--) {
      boolean wordStart = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
      if (wordStart && all.contains(text.substring(at).replaceAll("[\\s\\p{Z}]+", " ")))
        return true;
    }
    return false;
  }

  private static Abbreviations load(String language) {
    Set<String> all = new HashSet<>(MORE.getOrDefault(language, List.of()));
    for (String listed : listed(language)) {
      if (!WORDS.contains(listed.toLowerCase(Locale.ROOT))) all.add(listed);
    }
    return new Abbreviations(all);
  }

  private static String[] listed(String language) {
    try {
      UResourceBundle rules = UResourceBundle.getBundleInstance(CLDR, new ULocale(language));
      boolean own = rules.getULocale().getLanguage().equals(language);
      return own ? rules.get("exceptions").get("SentenceBreak").getStringArray() : new String[0];
    } catch (MissingResourceException e) {
      return new String[0];
    }
  }
}
