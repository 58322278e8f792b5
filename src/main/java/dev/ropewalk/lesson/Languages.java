package dev.ropewalk.lesson;

import java.util.Arrays;
import java.util.Collection;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The languages that a learner wants to read, the best first, as BCP 47 tags.
 *
 * @param tags none: as the author wrote it
 */
public record Languages(List<String> tags) {
  /** No wish. */
  public static final Languages ANY = new Languages(List.of());

  private static final Set<String> KNOWN = Set.of(Locale.getISOLanguages());

  public Languages {
    tags = List.copyOf(tags);
  }

  /**
   * The languages of the learner's machine, by the rules of gettext: {@code LANGUAGE} counts where
   * one of {@code LC_ALL}, {@code LC_MESSAGES} and {@code LANG} names another locale than C.
   */
  public static Languages of(Map<String, String> environment) {
    String locale =
        Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
            .map(name -> environment.getOrDefault(name, ""))
            .filter(value -> !value.isEmpty())
            .findFirst()
            .flatMap(Languages::tag)
            .orElse("");
    if (locale.isEmpty()) {
      return ANY;
    }
    Stream<String> preferred = Arrays.stream(environment.getOrDefault("LANGUAGE", "").split(":"));
    return new Languages(
        Stream.concat(preferred.flatMap(it -> tag(it).stream()), Stream.of(locale))
            .distinct()
            .toList());
  }

  /** {@code de-AT} for {@code de_AT.UTF-8@euro}; empty for what names no language. */
  private static Optional<String> tag(String locale) {
    String tag = locale.replaceFirst("[.@].*", "").replace('_', '-');
    return Optional.of(tag).filter(Languages::isTag);
  }

  /** Whether a text is the tag of a language that there is. */
  public static boolean isTag(String text) {
    try {
      String language = new Locale.Builder().setLanguageTag(text).build().getLanguage();
      return text.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
          && (language.length() == 3 || KNOWN.contains(language));
    } catch (IllformedLocaleException e) {
      return false;
    }
  }

  /** Whether one of these serves who wants them. */
  public boolean servedBy(Collection<String> there) {
    return !there.isEmpty() && best(there, "").isPresent();
  }

  /**
   * The one to read, where it is not the original: {@code de} serves who wants {@code de-AT}.
   *
   * @param translations the tags of what there is
   * @param original the language of the original; may be empty
   */
  Optional<String> best(Collection<String> translations, String original) {
    if (tags.isEmpty() || translations.isEmpty()) {
      return Optional.empty();
    }
    List<String> all =
        Stream.concat(Stream.of(original), translations.stream())
            .filter(tag -> !tag.isEmpty())
            .toList();
    List<Locale.LanguageRange> wanted = tags.stream().map(Locale.LanguageRange::new).toList();
    return Optional.ofNullable(Locale.lookupTag(wanted, all))
        .flatMap(found -> all.stream().filter(found::equalsIgnoreCase).findFirst())
        .filter(translations::contains);
  }
}
