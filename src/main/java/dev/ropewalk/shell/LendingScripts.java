package dev.ropewalk.shell;

import java.nio.charset.Charset;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The texts that lend variables to a line and take them back ({@link LineEnvironment}). */
final class LendingScripts {
  // The learner may change IFS. `export` and `unset` fail on a read-only variable; an assignment
  // would end the function.
  static final String FUNCTIONS =
      """
      __ropewalk_lend() {
        local code=$? IFS=' ' name now=
        for name in $1; do
          now="$now$name=${!name-};${!name+set};"
        done
        : "${__ropewalk_first=$now}"
        if [ "$now" = "$__ropewalk_first" ]; then
          shift
          for name in "$@"; do
            __ropewalk_lend_one "${name%%=*}" "$name"
          done
        fi
        return "$code"
      }
      __ropewalk_lend_one() {
        __ropewalk_lent=("$1" "${2#*=}" "${!1+set}" "${!1-}" "${__ropewalk_lent[@]}")
        builtin export "$2"
      }
      __ropewalk_give_back() {
        local name
        while [ "${#__ropewalk_lent[@]}" -gt 0 ]; do
          name=${__ropewalk_lent[0]}
          if [ "${!name-}" = "${__ropewalk_lent[1]}" ]; then
            case ${__ropewalk_lent[2]} in
              set) builtin export "$name=${__ropewalk_lent[3]}" ;;
              *) builtin unset -v "$name" ;;
            esac
          fi
          __ropewalk_lent=("${__ropewalk_lent[@]:4}")
        done
      }
      __ropewalk_lent=()
      readonly -f __ropewalk_lend __ropewalk_lend_one __ropewalk_give_back
      """;

  private LendingScripts() {}

  /** Stands before the line; leaves {@code $?} as it is. */
  static String lend(LineEnvironment environment, Charset charset) {
    var names = String.join(" ", environment.names());
    var pairs =
        environment.variables().entrySet().stream()
            .map(e -> BashScripts.quote(e.getKey() + "=" + e.getValue(), charset));
    return Stream.concat(Stream.of("__ropewalk_lend", BashScripts.quote(names, charset)), pairs)
        .collect(Collectors.joining(" ", "", " 2>/dev/null"));
  }
}
