package dev.ropewalk.command;

/**
 * A command that a help lists.
 *
 * @param name its last word
 * @param description docker's short description
 * @param group the heading it stands under, such as {@code Management Commands}
 * @param origin whether it comes with the client or from a plugin
 */
public record Subcommand(String name, String description, String group, Origin origin) {
  /** Where a command comes from. */
  public enum Origin {
    CLIENT,
    PLUGIN
  }
}
