package dev.ropewalk.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which language a learner wants. */
final class LanguagesTest {
  private static Map<String, String> environment(String settings) {
    return Arrays.stream(settings.split(" "))
        .map(setting -> setting.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
  }

  @ParameterizedTest
  @CsvSource({
    "LANG=de_DE.UTF-8, de-DE",
    "LANG=ca_ES@valencia, ca-ES",
    "LANG=de_DE.UTF-8 LC_ALL=fr_FR, fr-FR",
    "LANG=de_DE.UTF-8 LC_MESSAGES=fr, fr",
    "LANG=de_DE.UTF-8 LC_ALL=C, ''",
    "LANG=C.UTF-8 LANGUAGE=de, ''",
    "LANG=POSIX, ''",
    "LANG=de_DE LANGUAGE=pt_BR:en, 'pt-BR,en,de-DE'",
    "LANG=../../etc, ''",
    "X=y, ''",
  })
  void it_is_that_of_the_locale(String settings, String tags) {
    List<String> wanted = Languages.of(environment(settings)).tags();

    assertThat(String.join(",", wanted)).isEqualTo(tags);
  }

  @ParameterizedTest
  @CsvSource({
    "de, 'de,fr', en, de",
    "de-CH, 'de,fr', en, de",
    "pt, 'pt-BR', en, ''",
    "'en,de', 'de', en, ''",
    "'en,de', 'de', '', de",
    "'es,fr', 'de,fr', en, fr",
    "DE, 'de', en, de",
  })
  void the_nearest_translation_is_taken_unless_the_original_is_nearer(
      String wanted, String translations, String original, String found) {
    Languages languages = new Languages(List.of(wanted.split(",")));

    assertThat(languages.best(List.of(translations.split(",")), original).orElse(""))
        .isEqualTo(found);
  }
}
